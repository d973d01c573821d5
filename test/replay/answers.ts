// The command lines by which the page reads pools, and what a host with certain pools answers.

import product from "../../package.json" with { type: "json" };
import { protocol } from "../../src/backend/protocol.ts";
import { listBelow } from "../../src/zfs/action-reads.ts";
import { ROOT_COLUMNS } from "../../src/zfs/parse/list-roots.ts";
import { LIST_COLUMNS } from "../../src/zfs/parse/list.ts";
import {
    DEDUP,
    GET_TEXT,
    LIST,
    LIST_VDEVS,
    STATUS_GUIDS,
    STATUS_JSON,
    STATUS_TEXT,
} from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import type { Pool } from "./pools.ts";
import { propertyAnswers } from "./property-answers.ts";
import type { Answer, Answers } from "./scenario.ts";
import { rootVdev } from "./status-json.ts";
import type { StatusPool } from "./status-json.ts";

/** `zpool list` of all pools. */
export const listLine = LIST.join(" ");
/** `zpool status` of all pools where ZFS has JSON, and where it has not. */
export const statusLines = { json: STATUS_JSON.join(" "), text: STATUS_TEXT.join(" ") };

/** What text leaves out comes from these. */
const textParts = { guids: STATUS_GUIDS.join(" "), sizes: LIST_VDEVS.join(" ") };
/** The streams that tell of changes. */
export const streamLines = { follow: "zfsadmin follow", iostat: "zpool iostat -Hp 5" };

/** What the helper of this page says first when ZFS is there. */
export const followStart =
    `${JSON.stringify({ protocol, version: product.version, schema: 0 })}\n` +
    '{"kind":"source","state":"running"}\n';

/** `answers`, and `text` as what the running `zfsadmin follow` says after its start. */
export const saying = (answers: Answers, text: string): Answers => ({
    ...answers,
    [streamLines.follow]: { stdout: followStart + text, stays: true },
});

/** What it says when something was done to a dataset in a terminal. */
export const datasetEvent = (dataset: string): string =>
    `{"kind":"event","class":"sysevent.fs.zfs.history_event","pool":"tank","dataset":"${dataset}","count":1}\n`;

/** The streams of a host on which nothing happens. */
const quietStreams: Answers = {
    [streamLines.follow]: { stdout: followStart, stays: true },
    [streamLines.iostat]: { stays: true },
};

/** What the pool page asks besides. */
export const disksLine = "zfsadmin disks";

/** `zfs list` of the root datasets of all pools, and the versions of tools and module. */
const rootsLine = `zfs list -Hp -d 0 -o ${ROOT_COLUMNS.join(",")}`;
export const versionLine = "zfs version";

/** `zpool status -D` of a pool. */
const dedupLine = (pool: string): string => shellQuote([...DEDUP, pool]);

/** What a pool answers that has a deduplication table of 16 entries. */
export const dedupAnswers = (pool: string): Answers => ({
    [dedupLine(pool)]: {
        stdout:
            "errors: No known data errors\n\n dedup: DDT entries 16, size 384B on disk, 512B in core\n\n" +
            "bucket              allocated                       referenced          \n" +
            " Total       16      2M      2M      2M       32      4M      4M      4M\n",
    },
});
const noDedup: Answer = { stdout: "\n dedup: no DDT entries\n" };

/** A ZFS that knows JSON, and the last one that does not. */
export type ZfsVersion = "2.3" | "2.1";

/** What a host with these pools answers to all that the page asks. */
export function answersOf(pools: readonly Pool[], version: ZfsVersion = "2.3"): Answers {
    const list = { stdout: pools.map((pool) => `${listRow(pool)}\n`).join("") };
    const json = JSON.stringify({
        output_version: { command: "zpool status", vers_major: 0, vers_minor: 1 },
        pools: Object.fromEntries(pools.map((pool) => [pool.json.name, pool.json])),
    });
    const release = version === "2.3" ? "2.3.9-0+deb13u1" : "2.1.11-1+deb12u1";
    const host = {
        ...quietStreams,
        [listLine]: list,
        [rootsLine]: { stdout: pools.map(({ json }) => `${rootRow(json)}\n`).join("") },
        [versionLine]: { stdout: `zfs-${release}\nzfs-kmod-${release}\n` },
        // after an import; nothing is encrypted
        [`${shellQuote(listBelow([]))} *`]: {},
        [disksLine]: { stdout: '{"disks":[]}\n' },
        ...Object.fromEntries(pools.map(({ json }) => [dedupLine(json.name), noDedup])),
        // for menus, of which some items need a feature; all are enabled
        ...Object.assign({}, ...pools.map(({ json }) => propertyAnswers(json.name, {}))),
        ...Object.fromEntries(pools.map(({ json }) => [shellQuote([...GET_TEXT, json.name]), {}])),
    };
    const text: Answer =
        pools.length > 0
            ? { stdout: pools.map((pool) => pool.text).join("\n") }
            : { stderr: "no pools available\n" };
    return version === "2.3"
        ? { ...host, [statusLines.json]: { stdout: json } }
        : {
              ...host,
              [statusLines.json]: { stderr: "invalid option 'j'\nusage:\n\tstatus [-c …]\n", exit: 2 },
              [statusLines.text]: text,
              [textParts.guids]: { stderr: "not recorded", exit: 1 },
              [textParts.sizes]: { stderr: "not recorded", exit: 1 },
          };
}

/** A host whose `zpool` says no to everything. */
export const refusingAnswers = (answer: Answer): Answers => ({
    ...quietStreams,
    [listLine]: answer,
    [statusLines.json]: answer,
    [rootsLine]: answer,
    [versionLine]: answer,
});

function rootRow(pool: StatusPool): string {
    const { total_space: size = "0", alloc_space: allocated = "0" } = rootVdev(pool);
    const values: Record<(typeof ROOT_COLUMNS)[number], string> = {
        name: pool.name,
        used: allocated,
        available: String(BigInt(size) - BigInt(allocated)),
        compressratio: "1.43",
        creation: "1795000000",
        "org.debian:periodic-scrub": "-",
    };
    return ROOT_COLUMNS.map((column) => values[column]).join("\t");
}

function listRow({ json: pool, health = pool.state, delegation = "on" }: Pool): string {
    const { total_space: size = "0", alloc_space: allocated = "0" } = rootVdev(pool);
    const free = BigInt(size) - BigInt(allocated);
    const capacity = (100n * BigInt(allocated)) / BigInt(size);
    const values: Record<(typeof LIST_COLUMNS)[number], string> = {
        name: pool.name,
        guid: pool.pool_guid,
        size,
        allocated,
        free: String(free),
        checkpoint: "-",
        expandsize: "-",
        fragmentation: "3",
        capacity: String(capacity),
        dedupratio: "1.00",
        health,
        altroot: "-",
        readonly: "off",
        delegation,
        autoreplace: "off",
    };
    return LIST_COLUMNS.map((column) => values[column]).join("\t");
}
