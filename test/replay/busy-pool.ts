// A pool in which much is going on at once, with the disks behind it as the helper describes them.

import { generatedPool } from "./pools.ts";
import type { Pool } from "./pools.ts";
import { rootVdev } from "./status-json.ts";
import type { StatusVdev } from "./status-json.ts";

/** Keys of `zpool status -jpti` that only a device with something to tell has. */
type Extra = Readonly<Record<string, string | Readonly<Record<string, StatusVdev>>>>;

const now = Math.floor(Date.now() / 1000);

const scan = {
    function: "RESILVER",
    state: "SCANNING",
    start_time: String(now - 3600),
    end_time: "0",
    to_examine: String(24n << 40n),
    examined: String(12n << 40n),
    skipped: "0",
    processed: String(1n << 38n),
    errors: "0",
    bytes_per_scan: String(12n << 40n),
    pass_start: String(now - 3600),
    scrub_pause: "0",
    scrub_spent_paused: "0",
    issued_bytes_per_scan: String(10n << 40n),
    issued: String(10n << 40n),
};

const faulted = {
    state: "FAULTED",
    aux: "ERR_EXCEEDED",
    checksum_errors: "417",
    write_errors: "12",
    slow_ios: "3",
};
const work = { trim_time: String(now - 60), init_time: String(now - 60) };

/** What is wrong with the disks of the first vdev, by slot. */
const troubles: Readonly<Record<number, Extra>> = {
    1: faulted,
    2: { trim_state: "ACTIVE", trimmed: "28", to_trim: "99", ...work },
    3: { init_state: "ACTIVE", initialized: "21", to_initialize: "99", ...work },
    4: { resilver_deferred: "1" },
    5: { configured_ashift: "9", physical_ashift: "12" },
};

/** A disk of the pool that stands under `replacing-7`. */
const newDisk = "/dev/disk/by-id/ata-ST4000VN008-2DR166_ZDH1NEW0-part1";

/** Ten disks with most of the troubles that disks have, one of them being replaced. */
export function busyPool(name: string): Pool {
    const { json, text } = generatedPool(name, 10);
    const root = rootVdev(json);
    const vdevs = Object.fromEntries(
        Object.entries(root.vdevs ?? {}).map(([key, group]) => [key, { ...group, vdevs: troubled(group) }]),
    );
    const changed = {
        ...json,
        state: "DEGRADED",
        scan_stats: scan,
        vdevs: { [name]: { ...root, state: "DEGRADED", vdevs } },
    };
    return { json: changed, text };
}

function troubled(group: StatusVdev): Readonly<Record<string, StatusVdev>> {
    return Object.fromEntries(
        Object.values(group.vdevs ?? {}).map((disk, slot) => {
            const now = slot === 7 ? replacing(disk) : { ...disk, ...troubles[slot] };
            return [now.name, now];
        }),
    );
}

function replacing(disk: StatusVdev): StatusVdev {
    const old = { ...disk, name: disk.guid, state: "CANT_OPEN", not_present: "1", was: disk.path };
    const young = { ...disk, name: newDisk, path: newDisk, guid: "1234567890", scan_processed: "1000" };
    const { guid, read_errors, write_errors, checksum_errors } = disk;
    return {
        ...{ guid, read_errors, write_errors, checksum_errors, class: disk.class },
        name: "replacing-7",
        vdev_type: "replacing",
        state: "DEGRADED",
        vdevs: { [old.name]: old, [young.name]: young },
    };
}

/** What `zfsadmin disks` says of the disks of `pool`: each with a model, a serial number and a slot. */
export function disksOf(pool: Pool): string {
    const leaves = (vdev: StatusVdev): StatusVdev[] =>
        vdev.vdevs ? Object.values(vdev.vdevs).flatMap(leaves) : [vdev];
    const disks = leaves(rootVdev(pool.json)).flatMap(({ path }, slot) => (path ? disk(path, slot) : []));
    return JSON.stringify({ disks });
}

function disk(partition: string, slot: number) {
    const link = partition.replace(/-part1$/, "");
    const device = { size: 4_000_787_030_016, mounts: [], swap: false };
    return {
        ...device,
        name: `sd${slot}`,
        path: `/dev/sd${slot}`,
        kind: "disk",
        byId: [link, `/dev/disk/by-id/wwn-0x50014ee2b8a${slot}`],
        byVdev: [`/dev/disk/by-vdev/bay${slot}`],
        model: "WDC WD40EFRX-68N32N0",
        serial: link.slice(-8),
        slot: { enclosure: "0:0:8:0", name: String(slot) },
        temperature: 30 + (slot % 9),
        children: [
            { ...device, name: `sd${slot}1`, path: `/dev/sd${slot}1`, byId: [partition], children: [] },
        ],
    };
}
