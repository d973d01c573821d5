// Reads docs/coverage.md, and the usage texts with which it is compared.

/** Where something is offered; see the head of the file. */
export type Where = "page" | "execute" | "terminal" | "not yet";

/** One subcommand with some of its options. */
export interface CoverageRow {
    readonly program: string;
    readonly subcommand: string;
    readonly options: readonly string[];
    readonly where: Where;
}

const words: readonly string[] = ["page", "execute", "terminal", "not yet"];
const isWhere = (word: string): word is Where => words.includes(word);

const quoted = (cell: string): readonly string[] =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);

/** The rows of the tables of zpool and zfs. */
export const readCoverage = (text: string): readonly CoverageRow[] =>
    text.split("\n## ").flatMap((section) => {
        const program = section.split("\n")[0] ?? "";
        if (program !== "zpool" && program !== "zfs") return [];
        return section
            .split("\n")
            .filter((line) => line.startsWith("| `"))
            .map((line) => {
                const [, subcommand = "", options = "", where = ""] = line
                    .split("|")
                    .map((cell) => cell.trim());
                if (!isWhere(where)) throw new Error(`no such word: ${line}`);
                return { program, subcommand: quoted(subcommand).join(), options: quoted(options), where };
            });
    });

/**
 * The options of each subcommand in a usage text, as `zpool` and `zfs` print it when they are called without one:
 * "\tcreate [-fnd] [-o property=value] …", where longer lines go on behind more blanks.
 */
export function optionsInUsage(text: string): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, Set<string>>();
    for (const [, subcommand = "", rest = ""] of text
        .replace(/\n\t +/g, " ")
        .matchAll(/^\t([a-z][a-z-]*)(.*)$/gm)) {
        const options = found.get(subcommand) ?? new Set<string>();
        for (const [option] of rest.matchAll(/(?<![\w-])--?[A-Za-z0-9][\w-]*/g))
            for (const one of option.startsWith("--")
                ? [option]
                : Array.from(option.slice(1), (letter) => `-${letter}`))
                options.add(one);
        found.set(subcommand, options);
    }
    return found;
}

/** What a usage text has and the rows have not: "zpool trim -r". */
export function missingIn(
    rows: readonly CoverageRow[],
    program: string,
    usage: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
    return [...usage].flatMap(([subcommand, options]) => {
        const own = rows.filter((row) => row.program === program && row.subcommand === subcommand);
        if (own.length === 0) return [`${program} ${subcommand}`];
        const known = own.flatMap((row) => row.options);
        return [...options]
            .filter((option) => !known.includes(option))
            .map((option) => `${program} ${subcommand} ${option}`);
    });
}
