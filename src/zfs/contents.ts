import type { Identity } from "./commands/expect.ts";
import type { Dataset } from "./dataset.ts";

/** What is in a pool, read before it is exported or destroyed. */
export interface PoolContents {
    /** The root dataset first. */
    readonly datasets: readonly Dataset[];
    /** Undefined when they were not or could not be listed. */
    readonly snapshots?: readonly Identity[] | undefined;
    /** Undefined when it could not be found out. */
    readonly uses?: PoolUses | undefined;
}

/** What holds a pool or datasets, as `zfsadmin uses` tells. */
export interface PoolUses {
    readonly processes: readonly HoldingProcess[];
    readonly volumes: readonly VolumeUse[];
    readonly loops: readonly LoopUse[];
    readonly mounts: readonly InnerMount[];
    /** Whether what processes have mapped into memory could be looked at. */
    readonly mapsRead: boolean;
}

/** A process with one of the files, folders or volumes that it holds. */
export interface HoldingProcess {
    readonly pid: number;
    readonly command: string;
    readonly path: string;
}

/** A volume with what stands on it: mounts, "swap", the kernel's names of other devices, "iSCSI". */
export interface VolumeUse {
    readonly volume: string;
    readonly uses: readonly string[];
}

/** A loop device with the file on which it stands. */
export interface LoopUse {
    readonly device: string;
    readonly path: string;
}

/** Something else that is mounted on a folder, and what: a device, a word such as "tmpfs", another dataset. */
export interface InnerMount {
    readonly place: string;
    readonly source: string;
}

/** What of it keeps filesystems mounted: volumes, and who holds their devices, do not. */
export const mountUses = (uses: PoolUses): PoolUses => ({
    ...uses,
    volumes: [],
    processes: uses.processes.filter(({ path }) => !path.startsWith("/dev/")),
});

/** Whether something is known for which ZFS would call it busy. */
export const isInUse = (uses: PoolUses | undefined): boolean =>
    uses !== undefined &&
    uses.processes.length + uses.volumes.length + uses.loops.length + uses.mounts.length > 0;
