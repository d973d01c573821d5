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
