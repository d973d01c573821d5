// The texts of the page that are to be translated: what the calls of `_()` and `ngettext()` hold in the sources, and
// what Cockpit's menu shows of the manifest. TypeScript's own parser finds them: xgettext knows neither its syntax nor JSX.
import fs from "node:fs";

import ts from "typescript";

/** A text as it stands in the sources, and its form for many where it has one. */
export interface Text {
    readonly text: string;
    readonly many?: string;
    /** The files that have it, the page's own or pkg/lib's: Cockpit's plugin for translations leaves out what has none. */
    readonly files: readonly string[];
}

/** As Cockpit's plugin for translations wants it: below src, where the file is in other plugins. */
const manifest = "src/../manifest.json";

/** What the page has of pkg/lib with texts in it. */
const cockpitFiles = ["pkg/lib/cockpit.js", "pkg/lib/timeformat.ts"];

interface Found {
    readonly text: string;
    readonly many?: string;
}

/** The texts in a source, in their order; throws an error with the line for one that is not written out there. */
export function textsIn(name: string, source: string): readonly Found[] {
    const file = ts.createSourceFile(name, source, ts.ScriptTarget.ESNext, true);
    const found: Found[] = [];
    const literal = (node: ts.Node | undefined): string => {
        if (node && ts.isStringLiteralLike(node)) return node.text;
        if (node && ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
            return literal(node.left) + literal(node.right);
        const { line } = file.getLineAndCharacterOfPosition((node ?? file).getStart(file));
        throw new Error(`${name}:${line + 1}: a text to translate must be written out`);
    };
    const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
            const [one, many] = node.arguments;
            if (node.expression.text === "_") found.push({ text: literal(one) });
            if (node.expression.text === "ngettext") found.push({ text: literal(one), many: literal(many) });
        }
        ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
}

interface Manifest {
    readonly menu: Readonly<
        Record<
            string,
            { readonly label: string; readonly keywords: readonly { readonly matches: readonly string[] }[] }
        >
    >;
}

/** The labels and the words to search for that Cockpit's menu has of us. */
function manifestTexts(): readonly Found[] {
    const { menu } = JSON.parse(fs.readFileSync(manifest, "utf8")) as Manifest;
    return Object.values(menu)
        .flatMap(({ label, keywords }) => [label, ...keywords.flatMap(({ matches }) => matches)])
        .map((text) => ({ text }));
}

const sourceFiles = (): readonly string[] => [
    ...fs
        .readdirSync("src", { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => `src/${name}`)
        .sort(),
    ...cockpitFiles,
];

/** Every text of the page, each once; throws for one that is used with two plurals. */
export function allTexts(): readonly Text[] {
    const all = new Map<string, Text>();
    const add = (file: string, { text, many }: Found) => {
        const known = all.get(text);
        const plurals = new Set([known?.many, many].filter((plural) => plural !== undefined));
        if (plurals.size > 1) throw new Error(`${file}: “${text}” has another plural elsewhere`);
        const [plural] = plurals;
        const files = [...new Set([...(known?.files ?? []), file])];
        all.set(text, plural === undefined ? { text, files } : { text, many: plural, files });
    };
    for (const file of sourceFiles())
        for (const found of textsIn(file, fs.readFileSync(file, "utf8"))) add(file, found);
    for (const found of manifestTexts()) add(manifest, found);
    return [...all.values()];
}
