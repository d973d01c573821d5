// Pools for scenarios: recorded ones, and generated ones where numbers matter. Whatever is asked of them, they give
// one consistent answer: the rows of `zpool list` follow from the same tree as both forms of `zpool status`.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { rootVdev } from "./status-json.ts";
import type { StatusPool, StatusVdev } from "./status-json.ts";
import { statusText } from "./status-text.ts";

const fixtures = resolve(import.meta.dirname, "../fixtures/zpool-status");

/** A pool of a scenario. */
export interface Pool {
    /** what `zpool status -j` of ZFS 2.3 says */
    readonly json: StatusPool;
    /** what `zpool status` of ZFS 2.1 says */
    readonly text: string;
    /** what `zpool list` says, where that is not the state of the root vdev */
    readonly health?: string;
    /** its property of this name: "on", if not said */
    readonly delegation?: "on" | "off";
}

/**
 * The one pool of a recorded moment, as both versions of ZFS described it.
 *
 * @param moment the part of the fixtures' names that they share ("s02-faulted")
 */
export function recordedPool(moment: string): Pool {
    return { json: recordedStatus(moment), text: readFileSync(`${fixtures}/2.1.11/${moment}.txt`, "utf8") };
}

/** The one pool of a recorded moment of ZFS 2.3 under a name of its own, so that many stand beside each other. */
export function renamedPool(moment: string, name: string): Pool {
    const { vdevs, ...json } = recordedStatus(moment);
    const root = { ...rootVdev({ ...json, vdevs }), name };
    const renamed = { ...json, name, pool_guid: guid(name), vdevs: { [name]: root } };
    return { json: renamed, text: "" };
}

/** The pool of which one device says something else. */
export function withDevice(pool: Pool, name: string, more: object): Pool {
    const change = ({ vdevs, ...one }: StatusVdev): StatusVdev => ({
        ...one,
        ...(one.name === name && more),
        ...(vdevs && { vdevs: byName(Object.values(vdevs).map(change)) }),
    });
    return { ...pool, json: { ...pool.json, vdevs: { [pool.json.name]: change(rootVdev(pool.json)) } } };
}

function recordedStatus(moment: string): StatusPool {
    const json = readFileSync(`${fixtures}/2.3.9/${moment}.json`, "utf8");
    // recorded with --json-int, which the page does not use: its numbers pass 2^53
    const { pools } = JSON.parse(json.replace(/": ?(\d+)(?=[,}\s])/g, '":"$1"')) as {
        pools: Record<string, StatusPool>;
    };
    const [pool, ...others] = Object.values(pools);
    if (pool === undefined || others.length > 0) throw new Error(`${moment} does not have one pool`);
    return pool;
}

const diskSize = 4_000_787_030_016n;
const disksPerVdev = 10;

/** A healthy pool, 60 % full, of raidz2 vdevs of ten disks each; `disks` is a multiple of ten. */
export function generatedPool(name: string, disks: number): Pool {
    const vdevs = Array.from({ length: disks / disksPerVdev }, (_, index) => raidz(name, index));
    const root: StatusVdev = {
        ...vdev(name, "root", name),
        ...space(diskSize * BigInt(disks)),
        vdevs: byName(vdevs),
    };
    const json = { name, state: "ONLINE", pool_guid: root.guid, vdevs: { [name]: root }, error_count: "0" };
    return { json, text: statusText(json) };
}

function raidz(pool: string, index: number): StatusVdev {
    const name = `raidz2-${index}`;
    const disks = Array.from({ length: disksPerVdev }, (_, slot) => disk(`${pool}/${index}/${slot}`));
    return {
        ...vdev(name, "raidz", `${pool}/${name}`),
        ...space(diskSize * BigInt(disksPerVdev)),
        vdevs: byName(disks),
    };
}

function disk(id: string): StatusVdev {
    const path = `/dev/disk/by-id/ata-WDC_WD40EFRX-68N32N0_WD-WCC7K${guid(id).slice(0, 7)}-part1`;
    return { ...vdev(path, "disk", id), path, phys_space: String(diskSize), slow_ios: "0" };
}

const vdev = (name: string, type: string, id: string): StatusVdev => ({
    name,
    vdev_type: type,
    guid: guid(id),
    class: "normal",
    state: "ONLINE",
    read_errors: "0",
    write_errors: "0",
    checksum_errors: "0",
});

const space = (size: bigint) => ({ alloc_space: String((size * 6n) / 10n), total_space: String(size) });

const byName = (vdevs: readonly StatusVdev[]) =>
    Object.fromEntries(vdevs.map((child) => [child.name, child]));

/** A guid that is the same in every run. */
const guid = (id: string): string =>
    String(createHash("sha256").update(id).digest().readBigUInt64BE() | (1n << 63n));
