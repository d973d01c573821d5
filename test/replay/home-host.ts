// A host on which there is something to do with datasets: tank/home, what lies in it, a clone of it, and some that are
// not mounted; with what is asked before each of these things is done.

import {
    LIST_CHOICES,
    LIST_HELD,
    REFERENCED,
    destroyDryRun,
    getInherited,
    listBelow,
} from "../../src/zfs/action-reads.ts";
import type { Dataset } from "../../src/zfs/dataset.ts";
import type { DestroyTarget } from "../../src/zfs/destroy-plan.ts";
import { draftProperties } from "../../src/zfs/draft-properties.ts";
import { parseDatasets } from "../../src/zfs/parse/datasets.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import { answersOf } from "./answers.ts";
import { belowLine, datasetAnswers, listOf, volume } from "./datasets.ts";
import type { DatasetRow } from "./datasets.ts";
import { generatedPool } from "./pools.ts";
import type { Answer, Answers } from "./scenario.ts";

const tank = generatedPool("tank", 10);

/** Its datasets. */
export const rows: readonly DatasetRow[] = [
    { name: "tank" },
    { name: "tank/home", sharenfs: "on" },
    { name: "tank/home/anna" },
    { name: "tank/home/disk", ...volume },
    { name: "tank/copy", origin: "tank/home@b" },
    { name: "tank/films", mounted: "no" },
    { name: "tank/music", mounted: "no" },
    { name: "tank/none", mounted: "no", mountpoint: "none" },
];
/** The same without the clone, which would stand in the way of a destruction. */
export const lone = rows.filter(({ name }) => name !== "tank/copy");

/** A dataset as the page knows it. */
export const of = (name: string): Dataset => {
    const found = parseDatasets(listOf(rows)).find((dataset) => dataset.name === name);
    if (!found) throw new Error(`no ${name}`);
    return found;
};

/** What `zfsadmin uses` says when nothing is in use. */
export const nothing: Answer = { stdout: '{"processes":[],"volumes":[]}\n' };
/** The same when a process and swap hold something. */
export const used: Answer = {
    stdout: `${JSON.stringify({
        processes: [{ pid: 4711, command: "rsync", path: "/tank/home/anna/films" }],
        volumes: [{ volume: "tank/home/disk", uses: ["swap"] }],
    })}\n`,
};

const inHome = [
    "tank/home/anna@a",
    "tank/home/anna",
    "tank/home/disk",
    "tank/home@a",
    "tank/home@b",
    "tank/home",
];
/** What the dry run says of its destruction. */
export const lines = inHome.map((name) => `destroy\t${name}`);

/** What is asked before tank/home is destroyed. */
export const homeAnswers = ({
    held = "",
    uses = nothing,
}: { held?: string; uses?: Answer } = {}): Answers => ({
    [belowLine("tank/home")]: {
        stdout: listOf(rows.filter(({ name }) => /^tank\/home(\/|$)/.test(name))),
    },
    [shellQuote([...LIST_HELD, "tank/home"])]: { stdout: `tank/home@a\t0\n${held}` },
    [shellQuote(destroyDryRun("tank/home"))]: { stdout: lines.map((line) => `${line}\n`).join("") },
    "zfsadmin uses tank/home": uses,
});

/** The snapshots of a dataset, the oldest first; `group` tells their guids from those of another one. */
export const snapshots = (name: string, labels: readonly string[], group: number): Answers => ({
    [shellQuote([...LIST_CHOICES, name])]: {
        stdout: labels
            .map((label, index) => `${name}@${label}\t${group}${index}\t${group + index}\n`)
            .join(""),
    },
});

/** What is asked before a snapshot is cloned and the clone promoted. */
export const copyAnswers: Answers = {
    ...snapshots("tank/home", ["a", "b", "c"], 10),
    ...snapshots("tank/copy", ["z"], 50),
    [shellQuote([...REFERENCED, "tank/home@b"])]: { stdout: `${2n << 30n}\n` },
};

/** What something new in a filesystem would inherit. */
export const inheritedFrom = (name: string): Answers => ({
    [shellQuote(
        getInherited(
            draftProperties.filter(({ isInherited }) => isInherited).map((property) => property.name),
            name,
        ),
    )]: {
        stdout: [
            `mountpoint\t/${name}\tdefault`,
            "compression\tlz4\tinherited from tank",
            "recordsize\t131072\tdefault",
            "atime\toff\tlocal",
            "casesensitivity\tsensitive\t-",
        ]
            .map((line) => `${name}\t${line}\n`)
            .join(""),
    },
});

/** The same of tank/home. */
export const inherited = inheritedFrom("tank/home");

/** The host, with these datasets and answers besides. */
export const homeHost = (more: Answers = {}, datasets: readonly DatasetRow[] = rows) => ({
    answers: { ...answersOf([tank]), ...datasetAnswers(datasets), ...more },
});

/** Three that are destroyed together: tank/home with all in it, tank/films with a snapshot, and tank/music. */
export const targets: readonly DestroyTarget[] = [
    { dataset: of("tank/home"), others: [of("tank/home/anna"), of("tank/home/disk")], lines },
    { dataset: of("tank/films"), others: [], lines: ["destroy\ttank/films@old", "destroy\ttank/films"] },
    { dataset: of("tank/music"), others: [], lines: ["destroy\ttank/music"] },
];
const names = targets.map(({ dataset }) => dataset.name);

/** What is asked before these three are destroyed. */
export const batchAnswers: Answers = {
    [shellQuote(listBelow(names))]: {
        stdout: listOf(rows.filter(({ name }) => /^tank\/(home|films|music)(\/|$)/.test(name))),
    },
    [shellQuote([...LIST_HELD, ...names])]: { stdout: "tank/home@a\t0\ntank/films@old\t0\n" },
    [`zfsadmin uses ${names.join(" ")}`]: nothing,
    ...Object.fromEntries(
        targets.map(({ dataset, lines: all }) => [
            shellQuote(destroyDryRun(dataset.name)),
            { stdout: all.map((line) => `${line}\n`).join("") },
        ]),
    ),
};
