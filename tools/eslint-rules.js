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

export const house = { rules: { "no-module-level-text": noModuleLevelText } };
