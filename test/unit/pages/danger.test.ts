// What cannot be undone is asked for where its name has to be typed.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const filesIn = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(folder, name));

/** The top-level functions of a file, with their text. */
function functionsOf(file: string): ReadonlyMap<string, string> {
    const parts = readFileSync(file, "utf8").split(/^(?=(?:export )?(?:const|function) )/m);
    return new Map(
        parts.flatMap((text) => {
            const [, name] = /^(?:export )?(?:const|function) (\w+)/.exec(text) ?? [];
            return name === undefined ? [] : [[name, text] as const];
        }),
    );
}

/** Those that make a command that may be destructive, by themselves or by another one beside them. */
function destructiveIn(file: string): readonly string[] {
    const functions = [...functionsOf(file)];
    const found = new Set<string>();
    let before: number;
    do {
        before = found.size;
        for (const [name, text] of functions)
            if (text.includes('"destructive"') || [...found].some((one) => text.includes(`${one}(`)))
                found.add(name);
    } while (found.size > before);
    return functions.flatMap(([name, text]) => (found.has(name) && text.startsWith("export") ? [name] : []));
}

const builders = filesIn("src/zfs/commands").flatMap(destructiveIn);

/** They need not ask, and why. */
const exceptions: Readonly<Record<string, string>> = {
    "src/pages/dataset-properties/property-list.tsx": "it sets user properties only",
    "src/pages/features/features-tab.tsx": "it hands the command to enable-dialog.tsx, which asks",
};

test("the builders of what cannot be undone are found", () => {
    for (const name of ["destroyPool", "destroyDataset", "discardCheckpoint", "rewindPool", "setProperties"])
        expect(builders).toContain(name);
    expect(builders).not.toContain("exportPool");
    expect(builders).not.toContain("inheritProperty");
});

test("every page that builds one wants the name typed", () => {
    const importing = filesIn("src/pages").filter((file) => {
        const imports =
            readFileSync(file, "utf8").match(/import \{[^}]*\} from "[./]*zfs\/commands\/[^"]*"/g) ?? [];
        return imports.some((line) => builders.some((name) => new RegExp(`\\b${name}\\b`).test(line)));
    });
    expect(importing.length).toBeGreaterThan(5);
    const asking = (file: string) => /<(DangerDialog|TypedName)\b/.test(readFileSync(file, "utf8"));
    expect(importing.filter((file) => !asking(file) && !(file in exceptions))).toEqual([]);
});
