// Disks of a host that are in no pool.

import { disksLine } from "./answers.ts";
import type { Answers } from "./scenario.ts";

/** Bytes of such a disk, if nothing else is said. */
export const spareSize = 6_001_175_126_016;

/** A disk as `zfsadmin disks` describes it: free, in a slot, turning. */
export const spareDisk = (name: string, more: object = {}) => ({
    ...{ name, path: `/dev/${name}`, kind: "disk", size: spareSize, mounts: [], swap: false },
    ...{ byId: [`/dev/disk/by-id/ata-WDC_WD40EFRX-68N32N0_WD-${name}`], children: [], transport: "sata" },
    ...{ model: "WDC WD40EFRX-68N32N0", serial: `WD-${name}`, temperature: 31, rotational: true },
    ...{ logicalBlock: 512, physicalBlock: 4096 },
    slot: { enclosure: "0:0:8:0", name: name.slice(-1) },
    ...more,
});

/** What `zfsadmin disks` answers. */
export const disksAnswer = (disks: readonly object[]): Answers => ({
    [disksLine]: { stdout: JSON.stringify({ disks }) },
});
