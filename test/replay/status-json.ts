// The parts of `zpool status -jp` that the replay lane writes or looks into.

/** A vdev in the words of `zpool status -jp`: all numbers are strings, sizes in bytes. */
export interface StatusVdev {
    readonly name: string;
    readonly vdev_type: string;
    readonly guid: string;
    readonly path?: string;
    readonly class: string;
    readonly state: string;
    readonly alloc_space?: string;
    readonly total_space?: string;
    readonly phys_space?: string;
    readonly read_errors: string;
    readonly write_errors: string;
    readonly checksum_errors: string;
    readonly slow_ios?: string;
    readonly vdevs?: Readonly<Record<string, StatusVdev>>;
}

/** A pool in the words of `zpool status -jp`. `vdevs` has one entry, the pool's root. */
export interface StatusPool {
    readonly name: string;
    readonly state: string;
    readonly pool_guid: string;
    readonly vdevs: Readonly<Record<string, StatusVdev>>;
    readonly error_count: string;
    readonly scan_stats?: Readonly<Record<string, string>>;
}

/** The row of a pool's root vdev. */
export function rootVdev(pool: StatusPool): StatusVdev {
    const root = pool.vdevs[pool.name];
    if (root === undefined) throw new Error(`${pool.name} has no root vdev`);
    return root;
}
