/** The rules of our own, and that the settings hold the code to the one on imports. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

import { RuleTester } from "eslint";

import { house } from "../../tools/eslint-rules.js";

new RuleTester().run("no-module-level-text", house.rules["no-module-level-text"], {
    valid: [
        'const title = () => _("Pools");',
        'function f() { return ngettext("$0 pool", "$0 pools", 2); }',
        'x("a");',
    ],
    invalid: [
        { code: 'const title = _("Pools");', errors: [{ messageId: "early" }] },
        {
            code: 'const titles = { a: ngettext("$0 pool", "$0 pools", 2) };',
            errors: [{ messageId: "early" }],
        },
    ],
});

new RuleTester().run("no-command-line", house.rules["no-command-line"], {
    valid: ['run(scrub("tank"));', '["zfsadmin", "disks"];', 'const name = "zpool";', "[];", "[, 1];"],
    invalid: [
        { code: 'run({ argv: ["zpool", "scrub", pool] });', errors: [{ messageId: "made" }] },
        { code: 'const argv = [...["zfs", "destroy"], name];', errors: [{ messageId: "made" }] },
    ],
});

new RuleTester().run("no-host", house.rules["no-host"], {
    valid: ["cockpit.format(text);", "host.spawn(argv);", "cockpit.language;"],
    invalid: [
        { code: "cockpit.spawn(argv);", errors: [{ messageId: "reached" }] },
        { code: "window.cockpit.file(path).read();", errors: [{ messageId: "reached" }] },
    ],
});

/** What the project's settings say of imports that stand in these files, an answer for each file. */
function importsIn(files: Readonly<Record<string, string>>): readonly (readonly string[])[] {
    // a process of its own, where the settings can be loaded; looking for cycles would read all that is imported
    const script = `import { ESLint } from "eslint";
        const eslint = new ESLint({ overrideConfig: { rules: { "import-x/no-cycle": "off" } } });
        const said = [];
        for (const [filePath, from] of Object.entries(${JSON.stringify(files)})) {
            const [{ messages }] = await eslint.lintText(\`import "\${from}";\\n\`, { filePath });
            said.push(messages.map(({ severity, message }) => severity + " " + message));
        }
        console.log(JSON.stringify(said));`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
        cwd: resolve(__dirname, "../.."),
        encoding: "utf8",
    });
    if (stdout === "") throw new Error(stderr);
    return JSON.parse(stdout) as readonly (readonly string[])[];
}

test("imports go down only", () => {
    const refused = {
        "src/zfs/x.ts": "../store/pools.ts",
        "src/zfs/parse/x.ts": "../../i18n.ts",
        "src/backend/x.ts": "../store/pools.ts",
        "src/store/x.ts": "../pages/navigation.tsx",
        "src/ui/x.tsx": "../zfs/model.ts",
        "src/pages/x.tsx": "../app.tsx",
    };
    const allowed = {
        "src/backend/y.ts": "../zfs/model.ts",
        "src/store/y.ts": "../backend/read.ts",
        "src/pages/y.tsx": "../ui/page-frame.tsx",
    };
    const said = importsIn({ ...refused, ...allowed });
    expect(said).toEqual([
        ...Object.keys(refused).map(() => [expect.stringMatching(/^2 .*imports go down only\.$/)]),
        ...Object.keys(allowed).map(() => []),
    ]);
}, 60_000);
