// Datasets for scenarios: a host whose `zfs list` gives them in the columns that the page asks for.

import { createHash } from "node:crypto";

import { listBelow } from "../../src/zfs/action-reads.ts";
import { datasetColumns } from "../../src/zfs/parse/datasets.ts";
import { FOLLOW_MOUNTS, listDatasets } from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import type { Answer, Answers } from "./scenario.ts";

/** The line by which the page lists all datasets: the module's files are not here, so without what came in 2.2. */
export const datasetsLine = listDatasets(false).join(" ");
/** That by which it lists what lies in one, and the one itself. */
export const belowLine = (name: string): string => shellQuote(listBelow([name]));
/** The stream of mounts. */
export const mountsLine = FOLLOW_MOUNTS.join(" ");

/** A dataset of a scenario by the columns of `zfs list -p`; what is not said is as it mostly is. */
export type DatasetRow = Readonly<Record<string, string>> & { readonly name: string };

const gib = 1n << 30n;

/** A filesystem of 4 GiB, half of it in snapshots, that is mounted where it is by default. */
const usual = (name: string): Readonly<Record<string, string>> => ({
    guid: guid(name),
    type: "filesystem",
    createtxg: "1000",
    creation: "1790000000",
    used: String(4n * gib),
    available: String(100n * gib),
    referenced: String(2n * gib),
    usedbydataset: String(2n * gib),
    usedbysnapshots: String(2n * gib),
    usedbychildren: "0",
    usedbyrefreservation: "0",
    logicalused: String(6n * gib),
    logicalreferenced: String(3n * gib),
    written: String(gib / 4n),
    compressratio: "1.50",
    refcompressratio: "1.50",
    quota: "0",
    refquota: "0",
    reservation: "0",
    refreservation: "0",
    recordsize: "131072",
    mounted: "yes",
    canmount: "on",
    readonly: "off",
    encryption: "off",
    keyformat: "none",
    keylocation: "none",
    compression: "lz4",
    sharenfs: "off",
    sharesmb: "off",
    mountpoint: `/${name}`,
});

/** What differs in a volume, of 8 GiB with its space reserved. */
export const volume = {
    type: "volume",
    used: String(8n * gib),
    referenced: String(gib),
    usedbydataset: String(gib),
    usedbysnapshots: "0",
    usedbyrefreservation: String(7n * gib),
    refreservation: String(8n * gib),
    volsize: String(8n * gib),
    volblocksize: "16384",
    ...{ recordsize: "-", mounted: "-", canmount: "-", mountpoint: "-", sharenfs: "-", sharesmb: "-" },
};

/** What differs in a dataset that has a key of its own, which is not loaded. */
export const locked = (root: string) => ({
    encryption: "aes-256-gcm",
    encryptionroot: root,
    keystatus: "unavailable",
    keyformat: "passphrase",
    keylocation: "prompt",
    mounted: "no",
});

/** What `zfs list` prints. */
export const listOf = (rows: readonly DatasetRow[]): string =>
    rows
        .map((row) => ({ ...usual(row.name), ...row }))
        .map(
            (values: Readonly<Record<string, string>>) =>
                `${datasetColumns(false)
                    .map((column) => values[column] ?? "-")
                    .join("\t")}\n`,
        )
        .join("");

/** What a host with these datasets answers besides. */
export const datasetAnswers = (rows: readonly DatasetRow[]): Answers => answering({ stdout: listOf(rows) });

/** A host that answers in this way when it is asked for its datasets. */
export const answering = (answer: Answer): Answers => ({
    [datasetsLine]: answer,
    [mountsLine]: { stays: true },
    // Cockpit's own question
    "findmnt -T *": { stdout: "rw\n" },
    "zfsadmin uses *": { stdout: '{"processes":[],"volumes":[]}\n' },
});

/** `count` datasets of a pool: its own, ten in it, and the rest in these, three levels deep. */
export function manyDatasets(pool: string, count: number): readonly DatasetRow[] {
    const branches = Array.from({ length: 10 }, (_, index) => `${pool}/branch-${index}`);
    const perBranch = Math.ceil((count - 1 - branches.length) / branches.length);
    const names = branches.flatMap((branch) => [
        branch,
        ...Array.from({ length: perBranch }, (_, index) =>
            index % 10 === 0 ? `${branch}/d${index}` : `${branch}/d${index - (index % 10)}/e${index}`,
        ),
    ]);
    return [pool, ...names].slice(0, count).map((name, index) => ({
        name,
        used: String(BigInt(1 + ((index * 7919) % 997)) * (gib / 16n)),
    }));
}

/** A guid that is the same in every run. */
const guid = (name: string): string =>
    String(createHash("sha256").update(`dataset ${name}`).digest().readBigUInt64BE());
