import type { Bytes, State, UnixTime, Word } from "./model.ts";

/**
 * A filesystem or volume as one line of `zfs list` describes it, zfs-list(8) and zfsprops(7). A field that this ZFS, or
 * this type of dataset, does not have is undefined; so are sizes that are not set, such as a quota of none.
 */
export interface Dataset {
    /** In full: `tank/home/anna`. */
    readonly name: string;
    readonly type: Word<"filesystem" | "volume">;
    readonly guid: string;
    readonly createtxg?: string | undefined;
    readonly creation?: UnixTime | undefined;

    /** All that it and its descendants take, with snapshots and reservations. */
    readonly used?: Bytes | undefined;
    readonly available?: Bytes | undefined;
    /** What is reachable from it now; shared with snapshots and clones or not. */
    readonly referenced?: Bytes | undefined;
    /** The four parts of `used`. */
    readonly usedByDataset?: Bytes | undefined;
    readonly usedBySnapshots?: Bytes | undefined;
    readonly usedByChildren?: Bytes | undefined;
    readonly usedByRefreservation?: Bytes | undefined;
    /** Before compression. */
    readonly logicalUsed?: Bytes | undefined;
    readonly logicalReferenced?: Bytes | undefined;
    /** Since the last snapshot. */
    readonly written?: Bytes | undefined;
    /** 1.00 when nothing is saved. */
    readonly compressRatio?: number | undefined;
    readonly refCompressRatio?: number | undefined;

    readonly quota?: Bytes | undefined;
    readonly refquota?: Bytes | undefined;
    readonly reservation?: Bytes | undefined;
    readonly refreservation?: Bytes | undefined;
    /** Of a volume. */
    readonly volsize?: Bytes | undefined;
    readonly volblocksize?: Bytes | undefined;
    /** Of a filesystem. */
    readonly recordsize?: Bytes | undefined;

    /** Whether a filesystem is mounted now. */
    readonly mounted?: boolean | undefined;
    /** Where the kernel has it mounted, which its property does not tell; the first such place. See `mountedAt`. */
    readonly place?: string | undefined;
    /** Where it is mounted the next time: a path, "none" or "legacy"; any characters. */
    readonly mountpoint?: string | undefined;
    readonly canmount?: Word<"on" | "off" | "noauto"> | undefined;
    /** Whether it is looked after in a container: the host does not mount it. */
    readonly zoned?: boolean | undefined;
    readonly readonly?: boolean | undefined;
    /** "off", "on" or the options of the share. */
    readonly sharenfs?: string | undefined;
    readonly sharesmb?: string | undefined;

    /** "off" or the cipher. */
    readonly encryption?: string | undefined;
    /** The dataset whose key it uses: itself, if it is an encryption root. */
    readonly encryptionRoot?: string | undefined;
    readonly keyStatus?: Word<"available" | "unavailable" | "none"> | undefined;
    readonly keyFormat?: Word<"none" | "raw" | "hex" | "passphrase"> | undefined;
    /** "none", "prompt", or where the key lies: file:///…, https://… */
    readonly keyLocation?: string | undefined;

    readonly compression?: string | undefined;
    /** The snapshot from which it was cloned. */
    readonly origin?: string | undefined;
    /** Rises with every change of its snapshots; since 2.2. */
    readonly snapshotsChanged?: UnixTime | undefined;
}

/** Why a pool's datasets are those of before, or none: a SUSPENDED pool lists nothing, without a word. */
export interface SilentPool {
    readonly name: string;
    readonly state: State;
}

/** The name of the pool. */
export const poolOf = (name: string): string => name.split(/[/@#]/, 1)[0] ?? name;

/** The dataset in which it lies; undefined for the root dataset of a pool. */
export function parentOf(name: string): string | undefined {
    const at = name.lastIndexOf("/");
    return at < 0 ? undefined : name.slice(0, at);
}

/** The last component of its name. */
export const leafOf = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

/** Whether `name` lies in `ancestor`, however deep; a dataset does not lie in itself. */
export const isBelow = (name: string, ancestor: string): boolean => name.startsWith(`${ancestor}/`);

/**
 * Where a filesystem is mounted now; undefined where it is not, or nobody tells. Its property speaks of the next time
 * (`zfs set -u`, `zfs rename -u`), or says "legacy": it counts only where the kernel's list could not be read.
 */
export const mountedAt = ({ mounted, place, mountpoint }: Dataset): string | undefined =>
    mounted ? (place ?? (mountpoint?.startsWith("/") ? mountpoint : undefined)) : undefined;

/** Whether it takes a key of its own. */
export const isEncryptionRoot = ({ name, encryptionRoot }: Dataset): boolean => name === encryptionRoot;

/** Whether its key is not loaded, so that its content cannot be read. */
export const isLocked = ({ keyStatus }: Dataset): boolean => keyStatus === "unavailable";
