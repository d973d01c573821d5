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
