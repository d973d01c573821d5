// Reads docs/coverage.md, the usage texts with which it is compared, and what the helper lets through.

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

/** A subcommand, called with what is not there: it changes nothing. */
export interface VainCall {
    /** Program, subcommand, and the options without which it would not look at its operands. */
    readonly argv: readonly string[];
    readonly operands: readonly string[];
}

/** A name of each kind that the helper's tables know. */
const nowhere: Readonly<Record<string, string>> = {
    POOL: "nosuchpool",
    VDEV: "nosuchdevice",
    DATASET: "nosuchpool/none",
    SNAPSHOT: "nosuchpool/none@none",
    BOOKMARK: "nosuchpool/none#none",
    POINT: "nosuchpool/none@none",
    ENTRY: "nosuchpool/none",
    DOOMED: "nosuchpool/none",
    ASSIGNMENT: "test:none=none",
    WORD: "none",
};

const needed: Readonly<Record<string, readonly string[]>> = {
    "zpool ddtprune": ["-d", "1"],
    "zpool prefetch": ["-t", "ddt"],
    "zfs allow": ["-e"],
    "zfs unallow": ["-e"],
};

/**
 * A vain call of each subcommand that the helper lets through.
 *
 * @param tables the text of helper/zfsadmin/subcommands.py
 */
export const vainCalls = (tables: string): readonly VainCall[] =>
    [...tables.matchAll(/^(ZPOOL|ZFS) = """\n(.*?)"""/gms)].flatMap(([, name = "", table = ""]) =>
        table
            .trim()
            .split("\n")
            .map((line) => {
                const [words = "", places = ""] = line.split("|");
                const argv = [name.toLowerCase(), words.split(/\s+/)[0] ?? ""];
                // what may be missing is left out; without any operand some would take all that there is
                const kinds = places.trim().split(/\s+/);
                const operands = kinds
                    .filter((kind) => !kind.endsWith("?"))
                    .map((kind) => nowhere[kind.replace(/[*+]$/, "")]);
                return {
                    argv: [...argv, ...(needed[argv.join(" ")] ?? [])],
                    operands: operands.map((operand) => operand ?? ""),
                };
            }),
    );

/**
 * The subcommands that do not take `--`.
 *
 * @param check the text of helper/zfsadmin/arguments.py
 */
export const refusesDoubleDash = (check: string): readonly string[] =>
    [...(/^NO_DOUBLE_DASH = {(.*)}$/m.exec(check)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(
        ([, name = ""]) => name,
    );
