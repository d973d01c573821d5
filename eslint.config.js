// The rules that the code is held to. The ones of our own: imports go down only, text is translated when it is
// shown, command lines are made in zfs/ alone, and only backend/ reaches the host. Rules that need types are in
// .oxlintrc.json: there the types come from a compiler that is ten times as fast.
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

import { house } from "./tools/eslint-rules.js";

/** Each folder of src, and what it must not import: pages → ui, store, backend, zfs; store → backend, zfs; … */
const forbidden = {
    zfs: ["backend", "store", "ui", "pages", "*.ts", "*.tsx"],
    backend: ["store", "ui", "pages", "app.tsx", "index.tsx"],
    store: ["ui", "pages", "app.tsx", "index.tsx"],
    ui: ["zfs", "backend", "store", "pages", "app.tsx", "index.tsx", "routes.ts"],
    pages: ["app.tsx", "index.tsx"],
};

const zones = Object.entries(forbidden).flatMap(([folder, others]) =>
    others.map((other) => ({
        target: `./src/${folder}`,
        from: `./src/${other}`,
        message: `${folder}/ must not import ${other}: imports go down only.`,
    })),
);

const noBarrel = {
    regex: "^@patternfly/react-(core|table|icons)$",
    message: "Import the component's own file, or the bundle holds all of PatternFly.",
};

const pure = {
    group: ["cockpit*", "react*", "@patternfly/*", "node:*"],
    message: "zfs/ is pure: it imports nothing.",
};

const noCockpit = { group: ["cockpit"], message: "Only backend/, index.tsx and i18n.ts may import cockpit." };

const restrict = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

export default tseslint.config(
    { ignores: ["dist/", "build/", "pkg/", "node_modules/", "test-results/"] },
    ...tseslint.configs.recommended,
    {
        files: ["**/*.{ts,tsx,js}"],
        plugins: { "import-x": importX },
        settings: { "import-x/resolver-next": [createTypeScriptImportResolver()] },
        rules: {
            "import-x/no-restricted-paths": ["error", { zones }],
            "import-x/no-cycle": "error",
            "import-x/order": [
                "error",
                {
                    groups: ["builtin", "external", "parent", "sibling"],
                    pathGroups: [{ pattern: "{cockpit*,superuser}", group: "external" }],
                    alphabetize: { order: "asc" },
                },
            ],
            "@typescript-eslint/consistent-type-imports": "error",
            "@typescript-eslint/no-explicit-any": "error",
            eqeqeq: "error",
            "prefer-const": "error",
        },
    },
    {
        files: ["src/**/*.{ts,tsx}"],
        plugins: { house },
        rules: {
            "house/no-module-level-text": "error",
            "house/no-command-line": "error",
            "house/no-host": "error",
            ...restrict(noBarrel, noCockpit),
        },
    },
    {
        // zfs/ and backend/ have neither hooks nor elements, and looking for them takes long
        files: ["src/{store,ui,pages}/**/*.{ts,tsx}", "src/*.tsx"],
        extends: [jsxA11y.flatConfigs.recommended, reactHooks.configs.flat["recommended-latest"]],
    },
    { files: ["src/backend/**", "src/i18n.ts", "src/index.tsx"], rules: restrict(noBarrel) },
    {
        files: ["src/backend/**"],
        rules: { "house/no-host": "off" },
    },
    {
        files: ["src/backend/**"],
        ignores: ["src/backend/spawn.ts"],
        rules: {
            "no-restricted-properties": [
                "error",
                { object: "cockpit", property: "spawn", message: "backend/spawn.ts starts every process." },
            ],
        },
    },
    { files: ["src/zfs/**"], rules: { "house/no-command-line": "off", ...restrict(pure) } },
);
