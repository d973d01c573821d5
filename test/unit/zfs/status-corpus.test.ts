import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Pool, Vdev } from "../../../src/zfs/model.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { parseStatus } from "../../../src/zfs/parse/status.ts";
import { formatSize, parseSize } from "../../../src/zfs/size.ts";
import { parseDuration } from "../../../src/zfs/time.ts";

/*
 * `zpool status` as people pasted it, with what a reader found in it. The texts belong to their authors and are
 * not part of this repository.
 */
const CORPUS = join(__dirname, "../../../../shared/corpus/zpool-status");
const PRESENT = existsSync(CORPUS);
/** Pastes that no zpool printed so: shifted, joined or cut by hand. */
const DAMAGED = new Set(["001", "014", "016", "021", "034", "042", "052", "069", "074", "075", "080"]);

interface ExpectedPool {
    readonly name: string;
    readonly state: string;
    readonly leaf_vdevs: number;
    readonly spares: number;
    readonly vdev_states: Readonly<Record<string, string>>;
    readonly read_write_cksum: Readonly<Record<string, readonly (number | string)[]>>;
    readonly slow?: Readonly<Record<string, number>>;
    readonly notes: Readonly<Record<string, string>>;
    readonly classes: Readonly<Record<string, readonly string[]>>;
    readonly scan: string;
    readonly scan_percent?: number;
    readonly errors: string;
    readonly error_files?: readonly string[];
    readonly remove?: string;
    readonly expand?: string;
    readonly checkpoint?: string;
    readonly dedup?: string;
    readonly errata?: string;
    readonly id?: string;
}

function namesOfCases(): readonly string[] {
    const files = PRESENT ? readdirSync(CORPUS).filter((name) => name.endsWith(".json")) : [];
    return files.map((name) => name.replace(".json", ""));
}

function read(name: string) {
    const expected = JSON.parse(readFileSync(join(CORPUS, `${name}.json`), "utf8")) as {
        readonly expect: { readonly pools: readonly ExpectedPool[] };
    };
    return { text: readFileSync(join(CORPUS, `${name}.txt`), "utf8"), pools: expected.expect.pools };
}

const whole = namesOfCases().filter((name) => !DAMAGED.has(name));
const damaged = namesOfCases().filter((name) => DAMAGED.has(name));

if (PRESENT) {
    test.each(whole)("pasted status %s", (name) => {
        const { text, pools } = read(name);
        expect(parseStatus(text, "paste").map(summary)).toEqual(pools.map(expectation));
    });

    test.each(damaged)("damaged paste %s invents no pool", (name) => {
        const { text, pools } = read(name);
        const names = pools.map((pool) => pool.name);
        for (const pool of parseOrNothing(text)) expect(names).toContain(pool.name);
    });
} else {
    test.skip("pasted status: not run, the corpus is not here", () => undefined);
}

function parseOrNothing(text: string): readonly Pool[] {
    try {
        return parseStatus(text, "paste");
    } catch (error) {
        expect(error).toBeInstanceOf(ParseError);
        return [];
    }
}

/** A pool in the keys of the corpus. */
function summary(pool: Pool) {
    const rows = namedRows(pool);
    const vdevs = [
        pool.root,
        ...pool.sections.filter(({ kind }) => kind !== "spares").flatMap(({ vdevs }) => vdevs),
    ];
    return {
        name: pool.name,
        state: pool.state,
        leaf_vdevs: vdevs.flatMap(leaves).length,
        spares: pool.sections.find(({ kind }) => kind === "spares")?.vdevs.length ?? 0,
        vdev_states: keyed(rows, (vdev) => vdev.state),
        counters: keyed(rows, counters),
        notes: keyed(rows, (vdev) => remarks(vdev) || undefined),
        classes: Object.fromEntries(
            pool.sections.map(({ kind, vdevs }) => [kind, vdevs.map(({ name }) => name)]),
        ),
        percent: (pool.rebuilds[0] ?? pool.scan)?.percent,
        ...scanWords(pool),
        errors: pool.errors?.kind,
        reason: pool.errors?.kind === "unavailable" ? pool.errors.reason : undefined,
        files: pool.errors?.kind === "list" ? pool.errors.paths : undefined,
        slow: keyed(rows, (vdev) => vdev.slowIos || undefined),
        errata: /^Errata #(\d+)/.exec(pool.status ?? "")?.[1],
        remove: pool.removal && {
            state: pool.removal.state,
            copied: size(pool.removal.copied),
            total: size(pool.removal.total),
            percent: pool.removal.percent,
            left: pool.removal.secondsLeft,
        },
        expand: pool.expansion && {
            vdev: pool.expansion.vdev,
            copied: size(pool.expansion.copied),
            seconds: pool.expansion.seconds,
        },
    };
}

/** What the corpus expects, in the same keys. */
function expectation(pool: ExpectedPool) {
    const running = /in progress|paused/.test(pool.scan);
    return {
        name: pool.name,
        state: pool.state,
        leaf_vdevs: pool.leaf_vdevs,
        spares: pool.spares,
        vdev_states: pool.vdev_states,
        counters: pool.read_write_cksum,
        notes: pool.notes,
        classes: Object.fromEntries(
            Object.entries(pool.classes).map(([kind, names]) => [
                kind,
                names.map((name) => name.replace(/#\d+$/, "")),
            ]),
        ),
        percent: running ? pool.scan_percent : undefined,
        ...expectedScan(pool.scan),
        errors: expectedErrors(pool.errors),
        reason: /^List of errors unavailable: (.*)$/.exec(pool.errors)?.[1],
        files: pool.error_files,
        slow: Object.fromEntries(Object.entries(pool.slow ?? {}).filter(([, count]) => count > 0)),
        errata: pool.errata,
        remove: expectedRemoval(pool.remove),
        expand: expectedExpansion(pool.expand),
    };
}

function expectedRemoval(text: string | undefined) {
    const match = /in progress.*; (\S+) copied out of (\S+); (\S+)% done; (\S+) to go$/.exec(text ?? "");
    if (match === null) return undefined;
    const [, copied = "", total = "", percent, left = ""] = match;
    return {
        state: "inProgress",
        copied: size(parseSize(copied)),
        total: size(parseSize(total)),
        percent: Number(percent),
        left: parseDuration(left),
    };
}

function expectedExpansion(text: string | undefined) {
    const match = /^expanded (\S+) copied (\S+) in (.*)$/.exec(text ?? "");
    if (match === null) return undefined;
    const [, vdev, copied = "", duration = ""] = match;
    return { vdev, copied: size(parseSize(copied)), seconds: parseDuration(duration) };
}

function size(bytes: bigint | undefined): string | undefined {
    return bytes === undefined ? undefined : formatSize(bytes);
}

function expectedErrors(text: string) {
    const kinds: readonly (readonly [RegExp, string | undefined])[] = [
        [/^none$|^No known/, "none"],
        [/^absent/, undefined],
        [/^\d+ data errors/, "count"],
        [/^Permanent/, "list"],
        [/^List of errors unavailable/, "unavailable"],
    ];
    return kinds.find(([pattern]) => pattern.test(text))?.[1];
}

function scanWords(pool: Pool) {
    const scan = pool.rebuilds[0] ?? pool.scan;
    const left = scan?.secondsLeft;
    // What was repaired so far is not in the corpus for every running scan.
    const repaired = scan?.state === "finished" ? size(scan.repaired) : undefined;
    return { scanKind: scan?.kind, scanState: scan?.state, left, errorsFound: scan?.errors, repaired };
}

function expectedScan(text: string) {
    const kind = /^(scrub|resilver|rebuild)/.exec(text)?.[1];
    const states = {
        "in progress": "inProgress",
        paused: "paused",
        finished: "finished",
        canceled: "canceled",
    };
    const state = Object.entries(states).find(([words]) => text.includes(words))?.[1];
    const amount = /finished; (?:repaired )?([\d.]+[KMGTPE]?B?);/.exec(text)?.[1];
    const left = /((?:\d+ days )?[\d:hms]+) to go/.exec(text)?.[1];
    const errors = /; (\d+) errors/.exec(text)?.[1];
    return {
        scanKind: kind,
        scanState: kind === undefined ? undefined : state,
        left: parseDuration(left ?? ""),
        errorsFound: errors === undefined ? undefined : Number(errors),
        repaired: amount === undefined ? undefined : size(parseSize(amount)),
    };
}

function leaves(vdev: Vdev): readonly Vdev[] {
    return vdev.children.length === 0 ? [vdev] : vdev.children.flatMap(leaves);
}

/** Every row under its key in the corpus: spares with their section, a second row of one name with "#2". */
function namedRows(pool: Pool): readonly (readonly [string, Vdev])[] {
    const flat = (vdev: Vdev): readonly Vdev[] => [vdev, ...vdev.children.flatMap(flat)];
    const rows: (readonly [string, Vdev])[] = flat(pool.root).map((vdev) => [vdev.name, vdev]);
    for (const { kind, vdevs, title } of pool.sections) {
        const prefix = kind === "spares" ? "spares/" : "";
        if (title !== undefined) rows.push([kind, title]);
        rows.push(...vdevs.flatMap(flat).map((vdev) => [prefix + vdev.name, vdev] as const));
    }
    return rows.map(([key, vdev], index) => {
        const before = rows.slice(0, index).filter(([other]) => other === key).length;
        return [before === 0 ? key : `${key}#${before + 1}`, vdev];
    });
}

function keyed<Value>(rows: readonly (readonly [string, Vdev])[], value: (vdev: Vdev) => Value | undefined) {
    const pairs = rows.map(([key, vdev]) => [key, value(vdev)] as const);
    return Object.fromEntries(pairs.filter(([, item]) => item !== undefined));
}

/** Counters as printed, where one is not 0; a pasted row without any counts as zeros. */
function counters(vdev: Vdev) {
    const { read = 0, write = 0, checksum = 0 } = vdev.errors ?? {};
    const values = [read, write, checksum];
    return values.every((value) => value === 0) ? undefined : values.map(printedCount);
}

/** ZFS prints up to 99,999 as they are when rows are wide enough, and shortens to three digits beyond. */
function printedCount(value: number): number | string {
    return value < 100000 ? value : formatSize(BigInt(value)).replace(/ ([KMGTPE]).*/, "$1");
}

/** The remarks of a row put together again. */
function remarks(vdev: Vdev): string {
    const { was, aux, usedBy, blockSize, activity } = vdev;
    const parts = [
        ...vdev.notes,
        was === undefined ? undefined : `was ${was}`,
        usedBy === undefined ? aux : `in use by pool '${usedBy}'`,
        blockSize && `block size: ${blockSize.configured}B configured, ${blockSize.native}B native`,
        activity && `(${activity})`,
    ];
    return parts.filter(Boolean).join("  ");
}
