// Lint rules of our own, see eslint.config.js.

const translators = new Set(["_", "ngettext"]);

/** A call of `_()` outside any function runs before the translations arrive, so that text would stay English. */
/** @type {import("eslint").Rule.RuleModule} */
const noModuleLevelText = {
    meta: {
        type: "problem",
        schema: [],
        messages: { early: "'{{name}}' at module level is never translated: call it in a function." },
    },
    create(context) {
        return {
            CallExpression(node) {
                if (node.callee.type !== "Identifier" || !translators.has(node.callee.name)) return;
                for (let parent = node.parent; parent; parent = parent.parent)
                    if (parent.type.includes("Function")) return;
                context.report({ node, messageId: "early", data: { name: node.callee.name } });
            },
        };
    },
};

const programs = new Set(["zpool", "zfs"]);

/** A command line outside zfs/: what is shown, tested, run and recorded is made by the builders there. */
/** @type {import("eslint").Rule.RuleModule} */
const noCommandLine = {
    meta: {
        type: "problem",
        schema: [],
        messages: {
            made: "A command line of {{name}} is made in zfs/ alone: add a builder or a read there.",
        },
    },
    create(context) {
        return {
            ArrayExpression(node) {
                const [first] = node.elements;
                if (first?.type === "Literal" && programs.has(first.value))
                    context.report({ node, messageId: "made", data: { name: first.value } });
            },
        };
    },
};

const reaching = new Set(["channel", "dbus", "file", "http", "script", "spawn"]);

/** A way to the host outside backend/, whose reads and changes have rights, time limits and an order. */
/** @type {import("eslint").Rule.RuleModule} */
const noHost = {
    meta: {
        type: "problem",
        schema: [],
        messages: { reached: "Only backend/ reaches the host: cockpit.{{name}} belongs there." },
    },
    create(context) {
        const isCockpit = ({ type, name, property }) =>
            type === "MemberExpression" ? property.name === "cockpit" : name === "cockpit";
        return {
            MemberExpression(node) {
                const { name } = node.property;
                if (reaching.has(name) && isCockpit(node.object))
                    context.report({ node, messageId: "reached", data: { name } });
            },
        };
    },
};

export const house = {
    rules: {
        "no-module-level-text": noModuleLevelText,
        "no-command-line": noCommandLine,
        "no-host": noHost,
    },
};
