import { parseImport } from "../../../src/zfs/parse/import.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { parseStatusJson } from "../../../src/zfs/parse/status-json.ts";
import { parseStatus } from "../../../src/zfs/parse/status.ts";
import { fixture, fixtureNames, jsonFixture } from "./fixtures.ts";
import { randomNumbers } from "./random.ts";

/** How many damaged outputs are tried for each form; `make check-all` sets more. */
const SEEDS = Number(process.env["ZFSADMIN_SEEDS"] ?? 500);

type Random = (limit: number) => number;

/** What can happen to output on its way. */
const MUTATIONS: readonly ((text: string, random: Random) => string)[] = [
    (text, random) => edited(text, (lines) => lines.splice(random(lines.length), 1 + random(3))),
    (text, random) =>
        edited(text, (lines) => lines.splice(random(lines.length), 0, lines[random(lines.length)] ?? "")),
    (text, random) =>
        edited(text, (lines) => {
            const [one, other] = [random(lines.length), random(lines.length)];
            [lines[one], lines[other]] = [lines[other] ?? "", lines[one] ?? ""];
        }),
    (text, random) => text.slice(0, random(text.length)),
    (text, random) => text.slice(random(text.length)),
    (text, random) => {
        const bytes = Buffer.from(text);
        for (let flips = 1 + random(5); flips > 0; flips--) bytes[random(bytes.length)] = random(256);
        return bytes.toString("utf8");
    },
];

function edited(text: string, edit: (lines: string[]) => unknown): string {
    const lines = text.split("\n");
    edit(lines);
    return lines.join("\n");
}

function damage(text: string, random: Random): string {
    let damaged = text;
    for (let steps = 1 + random(3); steps > 0; steps--)
        damaged = MUTATIONS[random(MUTATIONS.length)]?.(damaged, random) ?? damaged;
    return damaged;
}

/** The names of the pools that a parser found, or none when it refused the output. */
function poolNames(parse: () => readonly { readonly name: string }[]): readonly string[] {
    try {
        return parse().map(({ name }) => name);
    } catch (error) {
        if (!(error instanceof ParseError)) throw error;
        expect(error.lineNumber).toBeGreaterThan(0);
        return [];
    }
}

const seeds = Array.from({ length: SEEDS }, (_, seed) => seed);

function recordings(ending: string) {
    return ["2.1.11", "2.1.11-suspended", "2.3.9"].flatMap((version) =>
        fixtureNames(`zpool-status/${version}`, ending).map(
            (name) => [`zpool-status/${version}`, name] as const,
        ),
    );
}

test(`${SEEDS} damaged texts: refused or read, and no pool that the text does not name`, () => {
    const texts = recordings(".txt").map(([folder, name]) => fixture(folder, name));
    for (const seed of seeds) {
        const random = randomNumbers(seed);
        const text = damage(texts[random(texts.length)] ?? "", random);
        for (const name of poolNames(() => parseStatus(text)))
            expect([seed, text]).toEqual([seed, namedBy(text, name)]);
    }
});

test(`${SEEDS} damaged JSON outputs: refused or read, and no pool that the text does not name`, () => {
    const texts = recordings(".json").map(([folder, name]) => jsonFixture(folder, name));
    for (const seed of seeds) {
        const random = randomNumbers(seed);
        const text = damage(texts[random(texts.length)] ?? "", random);
        const names = poolNames(() => parseStatusJson(text));
        // a device's name, or a dataset's, is none of a pool
        if (names.length > 0) expect({ seed, names }).toEqual({ seed, names: namesInJson(text) });
    }
});

test(`${SEEDS} damaged import listings: refused or read, and no pool that the text does not name`, () => {
    const folders = ["zpool-import/2.1.11", "zpool-import/2.3.9"];
    const texts = folders.flatMap((folder) =>
        fixtureNames(folder, ".txt").map((name) => fixture(folder, name)),
    );
    for (const seed of seeds) {
        const random = randomNumbers(seed);
        const text = damage(texts[random(texts.length)] ?? "", random);
        for (const name of poolNames(() => parseImport(text)))
            expect([seed, text]).toEqual([seed, namedBy(text, name)]);
    }
});

/** The names that the pools of JSON have, as what it is. */
function namesInJson(text: string): readonly unknown[] {
    const { pools } = JSON.parse(text) as {
        readonly pools: Readonly<Record<string, { readonly name: unknown }>>;
    };
    return Object.values(pools).map(({ name }) => name);
}

/** The text when it names the pool in a line "pool: …", else what is missing from it. */
function namedBy(text: string, name: string): string {
    return text.split(/\r?\n/).some((line) => line.trimStart() === `pool: ${name}`)
        ? text
        : `no "pool: ${name}"`;
}
