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
/** Snapshots of these names, as the page is told of them. */
const identities = (names: readonly string[]) =>
    names.filter((name) => name.includes("@")).map((name) => ({ name, guid: `9${name.length}` }));

/** How `zfs list` tells of the same, and of other lines besides. */
const heldList = (names: readonly string[], more = ""): string =>
    identities(names)
        .map(({ name, guid }) => `${name}\t${guid}\t0\n`)
        .join("") + more;

/** How the dry run tells of all that goes. */
const dryRunOf = (names: readonly string[]): string => names.map((name) => `destroy\t${name}\n`).join("");

/** What goes with tank/home. */
export const homeTarget: DestroyTarget = {
    dataset: of("tank/home"),
    others: [of("tank/home/anna"), of("tank/home/disk")],
    snapshots: identities(inHome),
    names: inHome,
};

/** What is asked before tank/home is destroyed; `held` is a line of one that is held. */
export const homeAnswers = ({
    held = "",
    uses = nothing,
}: { held?: string; uses?: Answer } = {}): Answers => ({
    [belowLine("tank/home")]: {
        stdout: listOf(rows.filter(({ name }) => /^tank\/home(\/|$)/.test(name))),
    },
    [shellQuote([...LIST_HELD, "tank/home"])]: {
        stdout: heldList(
            inHome.filter((name) => !held.startsWith(`${name}\t`)),
            held,
        ),
    },
    [shellQuote(destroyDryRun("tank/home"))]: { stdout: dryRunOf(inHome) },
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

/** The clone of a snapshot of tank/home. */
export const copyTarget: DestroyTarget = {
    ...{ dataset: of("tank/copy"), others: [], snapshots: [], names: ["tank/copy"] },
};

/** Three that are destroyed together: tank/home with all in it, tank/films with a snapshot, and tank/music. */
export const targets: readonly DestroyTarget[] = [
    homeTarget,
    {
        ...{ dataset: of("tank/films"), others: [], snapshots: identities(["tank/films@old"]) },
        names: ["tank/films@old", "tank/films"],
    },
    { dataset: of("tank/music"), others: [], snapshots: [], names: ["tank/music"] },
];

/** What is asked before datasets are destroyed together. */
export const batchAnswersOf = (all: readonly DestroyTarget[]): Answers => {
    const names = all.map(({ dataset }) => dataset.name);
    const below = rows.filter(({ name }) => names.some((one) => name === one || name.startsWith(`${one}/`)));
    return {
        [shellQuote(listBelow(names))]: { stdout: listOf(below) },
        [shellQuote([...LIST_HELD, ...names])]: { stdout: heldList(all.flatMap((target) => target.names)) },
        [`zfsadmin uses ${names.join(" ")}`]: nothing,
        ...Object.fromEntries(
            all.map((target) => [
                shellQuote(destroyDryRun(target.dataset.name)),
                { stdout: dryRunOf(target.names) },
            ]),
        ),
    };
};

/** The same of these three. */
export const batchAnswers: Answers = batchAnswersOf(targets);
