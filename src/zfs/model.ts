/*
 * What ZFS is, as the page knows it.
 *
 * Everything in this folder is pure: text goes in, plain immutable data comes out, and nothing is imported
 * from outside of it. So the same code runs in the browser, in tests and in the command line tool, and a bug
 * report that carries the raw output is enough to repeat what a page did. `backend/` feeds `parse/` with what
 * the commands printed, `store/` keeps the result, `pages/` draw it and `health.ts` says it in a sentence.
 *
 * Three rules hold for every type below:
 *
 *  - A field that a form of output does not carry is `undefined`, never 0, "" or a guess. Text carries less
 *    than JSON: docs/status-fields.md says which field comes from where.
 *  - A word of ZFS's is kept as it is. Where a set of words is known it is listed for the reader and the
 *    compiler, but a word of a later version passes through and is shown.
 *  - Units: sizes are bytes and `bigint`, as a pool may hold more than 2^53; text rounds them to three digits.
 *    Counters and percentages are `number`: counters from 2^53 on have their first digits only. Times are Unix
 *    seconds, durations seconds, rates bytes a second. Guids are decimal strings. Sizes of 2^63 and more are
 *    negative numbers in disguise: unknown.
 */

/** A known word, or any word of a version to come. */
export type Word<Known extends string> = Known | (string & {});

/** Bytes. */
export type Bytes = bigint;

/** Seconds since 1970, UTC. */
export type UnixTime = number;

/** State of a pool or vdev in the words of `zpool status`; AVAIL and INUSE are for spares. */
export type State = Word<
    | "ONLINE"
    | "DEGRADED"
    | "FAULTED"
    | "OFFLINE"
    | "REMOVED"
    | "UNAVAIL"
    | "SUSPENDED"
    | "SPLIT"
    | "UNKNOWN"
    | "AVAIL"
    | "INUSE"
>;

/** One pool as `zpool status` describes it. */
export interface Pool {
    readonly name: string;
    readonly guid?: string | undefined;
    readonly state: State;
    /** What is wrong and what to do, ZFS's own words on one line. */
    readonly status?: string | undefined;
    readonly action?: string | undefined;
    /** Address of the article about it, and its code, such as ZFS-8000-2Q. */
    readonly see?: string | undefined;
    readonly messageId?: string | undefined;
    /** The last or current scrub or resilver; undefined when none ever ran. */
    readonly scan?: Scan | undefined;
    /** `zpool scrub -e`, which reads again only the blocks known to be damaged. */
    readonly errorScrub?: Scan | undefined;
    /** Sequential rebuilds, at most one for each top-level vdev, current and past; they stand next to `scan`. */
    readonly rebuilds: readonly Rebuild[];
    readonly removal?: VdevCopy | undefined;
    readonly expansion?: Expansion | undefined;
    readonly checkpoint?: Checkpoint | undefined;
    /** The row of the pool itself; its children are the data vdevs. */
    readonly root: Vdev;
    /** The other classes, in the order in which ZFS prints them. */
    readonly sections: readonly Section[];
    /** Known data errors; undefined when the output says nothing of them. */
    readonly errors?: DataErrors | undefined;
    /** The deduplication table, when it was asked for (`-D`). */
    readonly dedup?: DedupTable | undefined;
    /** Lines about this pool that this program does not know, as printed. */
    readonly unknown: readonly string[];
}

/** The vdevs of one class other than plain data. */
export interface Section {
    readonly kind: Word<"special" | "dedup" | "logs" | "cache" | "spares">;
    readonly vdevs: readonly Vdev[];
    /** Old versions give the title of the logs a state of its own. */
    readonly title?: Vdev | undefined;
}

/** One row of the device tree. */
export interface Vdev {
    /** As ZFS prints it: `mirror-0`, `sda`, `/dev/disk/by-id/…`, or the guid of a device that is not there. */
    readonly name: string;
    readonly kind?:
        | Word<
              | "root"
              | "mirror"
              | "raidz"
              | "draid"
              | "replacing"
              | "spare"
              | "disk"
              | "file"
              | "dspare"
              | "indirect"
              | "hole"
              | "missing"
          >
        | undefined;
    readonly guid?: string | undefined;
    /** Device node or file; the last known one when the device is missing. */
    readonly path?: string | undefined;
    readonly physPath?: string | undefined;
    readonly devid?: string | undefined;
    /** Undefined only in listings that give none (importable cache and spare devices). */
    readonly state?: State | undefined;
    readonly errors?: ErrorCounters | undefined;
    /** Reads and writes that took longer than 30 s. */
    readonly slowIos?: number | undefined;
    /** Direct writes whose checksum did not fit (`-d`, since 2.3). */
    readonly directIoErrors?: number | undefined;
    /** Power of the slot (`--power`): on or off. */
    readonly power?: Word<"on" | "off"> | undefined;
    /** Why it is in this state, in the words of the text form: "cannot open", "too many errors", … */
    readonly aux?: string | undefined;
    /** Where a missing device was last seen. */
    readonly was?: string | undefined;
    /** Name of another pool that uses this shared spare. */
    readonly usedBy?: string | undefined;
    readonly activity?: Word<"resilvering" | "repairing" | "awaiting resilver"> | undefined;
    readonly removing?: boolean | undefined;
    readonly nonAllocating?: boolean | undefined;
    /** Given when the device would like larger blocks than it got, in bytes. */
    readonly blockSize?: { readonly configured: Bytes; readonly native: Bytes } | undefined;
    readonly initialize?: DeviceWork | undefined;
    readonly trim?: DeviceWork | undefined;
    readonly space?: VdevSpace | undefined;
    /** Remarks in the row that this program does not know, as printed. */
    readonly notes: readonly string[];
    readonly children: readonly Vdev[];
}

/** Errors since the last `zpool clear` or import. */
export interface ErrorCounters {
    readonly read?: number | undefined;
    readonly write?: number | undefined;
    readonly checksum?: number | undefined;
}

/**
 * Space of a vdev in bytes. A raidz counts parity in, as `zpool list` does. A spare, and a device that is part of a
 * vdev, have a size of their own alone.
 */
export interface VdevSpace {
    readonly size?: Bytes | undefined;
    readonly allocated?: Bytes | undefined;
    readonly free?: Bytes | undefined;
    /** What a device could still grow by. */
    readonly expandable?: Bytes | undefined;
    /** In percent. */
    readonly fragmentation?: number | undefined;
    /** Size of the device itself. */
    readonly physical?: Bytes | undefined;
}

/** `zpool initialize` or `zpool trim` on one device. A canceled one counts as none, as in the text form. */
export interface DeviceWork {
    readonly state: Word<"none" | "active" | "suspended" | "complete" | "unsupported">;
    readonly percent?: number | undefined;
    /** Start when active or suspended, end when complete. */
    readonly time?: UnixTime | undefined;
}

/** What can be said of everything that moves through a pool from beginning to end. */
export interface Progress {
    readonly state: Word<"inProgress" | "paused" | "finished" | "canceled">;
    readonly start?: UnixTime | undefined;
    /** When it finished or was canceled. */
    readonly end?: UnixTime | undefined;
    /** May pass 100: an expansion copies more than was there at its start. */
    readonly percent?: number | undefined;
    /** Bytes per second. */
    readonly rate?: number | undefined;
    /** Undefined when ZFS gives no estimate. */
    readonly secondsLeft?: number | undefined;
    /** How long it took; to the minute where the text form counts so (removals, and all before 2.0). */
    readonly seconds?: number | undefined;
}

/** A scrub or resilver: blocks are first found (`scanned`), then read in the order of the disk (`issued`). */
export interface Scan extends Progress {
    readonly kind: Word<"scrub" | "resilver" | "errorScrub" | "rebuild">;
    readonly pausedSince?: UnixTime | undefined;
    readonly scanned?: Bytes | undefined;
    readonly issued?: Bytes | undefined;
    readonly total?: Bytes | undefined;
    /** Rate of the finding; `rate` is that of the reading. */
    readonly scanRate?: number | undefined;
    /** Repaired by a scrub, written by a resilver. */
    readonly repaired?: Bytes | undefined;
    readonly errors?: number | undefined;
    /** Blocks read again by an error scrub. */
    readonly errorBlocks?: number | undefined;
}

/** A sequential rebuild of one top-level vdev. */
export interface Rebuild extends Scan {
    /** Name of the vdev: `mirror-0`. */
    readonly vdev: string;
}

/** Copying that empties a vdev (`zpool remove`). */
export interface VdevCopy extends Progress {
    /** Name as printed; for a mirror only "mirror", and not given when it has ended. */
    readonly vdev?: string | undefined;
    /** Number of the top-level vdev: the N of `mirror-N`. */
    readonly vdevId?: number | undefined;
    readonly copied?: Bytes | undefined;
    readonly total?: Bytes | undefined;
    /** Memory that the table of moved blocks takes from now on. */
    readonly mappingMemory?: Bytes | undefined;
}

/** Copying that spreads a raidz over a new disk. */
export interface Expansion extends VdevCopy {
    /** It waits until a resilver is over, or for `zpool clear`. */
    readonly waiting?: boolean | undefined;
}

export interface Checkpoint {
    readonly state: Word<"exists" | "discarding">;
    readonly created?: UnixTime | undefined;
    /** Bytes that it keeps from being freed, or that remain to be discarded. */
    readonly space?: Bytes | undefined;
}

/** Blocks that could not be repaired. Counts are of log entries, not of files. */
export type DataErrors =
    | { readonly kind: "none" }
    | { readonly kind: "count"; readonly count: number }
    | { readonly kind: "list"; readonly count?: number | undefined; readonly paths: readonly string[] }
    | { readonly kind: "unavailable"; readonly reason: string; readonly count?: number | undefined };

/** Size of the deduplication table in bytes. */
export interface DedupTable {
    readonly entries: number;
    readonly onDisk?: Bytes | undefined;
    readonly inCore?: Bytes | undefined;
}

/** One line of `zpool list`. */
export interface PoolUsage {
    readonly name: string;
    /** Empty where no more is known of the pool than that the kernel has it: then no change can be made to it. */
    readonly guid: string;
    readonly size?: Bytes | undefined;
    readonly allocated?: Bytes | undefined;
    readonly free?: Bytes | undefined;
    /** Bytes that a checkpoint keeps. */
    readonly checkpoint?: Bytes | undefined;
    /** Bytes that the pool's devices could still grow by. */
    readonly expandSize?: Bytes | undefined;
    /** In percent. */
    readonly fragmentation?: number | undefined;
    readonly capacity?: number | undefined;
    /** 1.00 when nothing is shared. */
    readonly dedupRatio?: number | undefined;
    readonly health: State;
    readonly altroot?: string | undefined;
    readonly readonly?: boolean | undefined;
    /** Whether what is delegated on its datasets counts. */
    readonly delegation?: boolean | undefined;
    /** Whether a new disk in the place of one that was in the pool is taken by itself. */
    readonly autoreplace?: boolean | undefined;
}

/** The root dataset of a pool, whose space is what people can use: without parity and reserves. */
export interface RootDataset {
    readonly name: string;
    readonly used?: Bytes | undefined;
    readonly available?: Bytes | undefined;
    /** 1.00 when nothing is saved. */
    readonly compressRatio?: number | undefined;
    /** When the pool was made. */
    readonly creation?: UnixTime | undefined;
    /** What Debian's and Ubuntu's monthly job is told about this pool: auto, enable or disable. */
    readonly periodicScrub?: string | undefined;
}

/** A pool that `zpool import` found. Import it by guid: two may have one name. */
export interface ImportablePool {
    readonly name: string;
    readonly guid: string;
    readonly state: State;
    readonly destroyed: boolean;
    readonly status?: string | undefined;
    readonly action?: string | undefined;
    readonly comment?: string | undefined;
    readonly see?: string | undefined;
    readonly messageId?: string | undefined;
    readonly root: Vdev;
    readonly sections: readonly Section[];
    readonly unknown: readonly string[];
}

/** Versions of the tools and of the kernel module, as printed and without what the packager added. */
export interface Versions {
    readonly userland?: string | undefined;
    /** Undefined when the module is not loaded. */
    readonly kernel?: string | undefined;
}
