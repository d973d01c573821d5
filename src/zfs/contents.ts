import type { Dataset } from "./dataset.ts";

/** What is in a pool, read before it is exported or destroyed. */
export interface PoolContents {
    /** The root dataset first. */
    readonly datasets: readonly Dataset[];
    /** How many there are; undefined when they could not be counted. */
    readonly snapshots?: number | undefined;
    /** Undefined when it could not be found out. */
    readonly uses?: PoolUses | undefined;
}

/** What holds a pool, as `zfsadmin uses` tells. */
export interface PoolUses {
    readonly processes: readonly HoldingProcess[];
    readonly volumes: readonly VolumeUse[];
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

/** Whether something is known for which ZFS would call the pool busy. */
export const isHeld = ({ uses }: PoolContents): boolean =>
    uses !== undefined && uses.processes.length + uses.volumes.length > 0;
