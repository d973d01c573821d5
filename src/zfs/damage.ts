// Where a damaged file is, and where else it may be found whole.
import { zfsMounts } from "./mounts.ts";

/** A damaged file as `zpool status -v` names it, made out. */
export type DamagedPlace =
    /** `path` is that below the mountpoint; `snapshot` where the damage is in that one. */
    | {
          readonly kind: "file";
          readonly dataset: string;
          readonly snapshot?: string | undefined;
          readonly mountpoint: string;
          readonly path: string;
      }
    | { readonly kind: "unmounted"; readonly dataset: string }
    /** Metadata, or something that has no name any more. */
    | { readonly kind: "object" };

/**
 * Makes out a line of the error list: "/tank/home/file" of what is mounted, "tank/home:/file" of what is not or was
 * not found, "tank@snap:/file" of a snapshot, "tank/home:<0x21>" and "<metadata>:<0x3d>" of what is no file.
 * zpool_obj_to_path() in libzfs_pool.c.
 *
 * @param mounts /proc/self/mounts
 */
export function damagedPlace(text: string, mounts: string): DamagedPlace {
    const table = zfsMounts(mounts);
    if (text.startsWith("/")) {
        // of places within each other the deepest, of those over each other the last
        const mount = table.findLast(
            (one) =>
                isBelow(text, one.place) && !table.some((other) => isDeeper(other.place, one.place, text)),
        );
        return mount
            ? placeIn(mount.source, text.slice(rootOf(mount.place).length), table)
            : { kind: "object" };
    }
    const [, source, path] = /^(.*?):\/(.+)$/s.exec(text) ?? [];
    return source === undefined || path === undefined ? { kind: "object" } : placeIn(source, path, table);
}

const rootOf = (place: string): string => (place === "/" ? "/" : `${place}/`);
const isBelow = (path: string, place: string): boolean => path.startsWith(rootOf(place));
const isDeeper = (place: string, than: string, path: string): boolean =>
    place.length > than.length && isBelow(path, place);

function placeIn(source: string, path: string, table: ReturnType<typeof zfsMounts>): DamagedPlace {
    const [dataset = "", snapshot] = source.split("@");
    const mountpoint = table.findLast((mount) => mount.source === dataset)?.place;
    if (mountpoint === undefined) return { kind: "unmounted", dataset };
    return { kind: "file", dataset, snapshot, mountpoint, path };
}

/** Whether a line of the error list is about this file in this snapshot. */
export const isNamedIn = (
    paths: readonly string[],
    { dataset, mountpoint, path }: DamagedPlace & { readonly kind: "file" },
    snapshot: string,
): boolean =>
    paths.includes(`${dataset}@${snapshot}:/${path}`) || paths.includes(copyPath(mountpoint, snapshot, path));

/** Where the copy of a file in a snapshot is. */
export const copyPath = (mountpoint: string, snapshot: string, path: string): string =>
    `${rootOf(mountpoint)}.zfs/snapshot/${snapshot}/${path}`;

/** A file as it is, or was. */
export interface FileFacts {
    readonly size: number;
    /** When its content was changed last, Unix seconds. */
    readonly time: number;
}

/** The same file in a snapshot. */
export interface FileCopy extends FileFacts {
    readonly snapshot: string;
}

/** What a look into snapshots found. */
export interface FoundCopies {
    /** The damaged file itself; undefined when not even that can be seen. */
    readonly now?: FileFacts | undefined;
    readonly copies: readonly FileCopy[];
    readonly unread: readonly { readonly snapshot: string; readonly error: string }[];
}

/**
 * Whether a copy is as old and as large as the damaged file: then both are likely to be the same blocks, damaged ones
 * among them.
 */
export const isSameAs = (copy: FileFacts, now: FileFacts | undefined): boolean =>
    now !== undefined && copy.size === now.size && copy.time === now.time;
