import type { Dataset } from "./dataset.ts";

/** A filesystem or snapshot of ZFS that is mounted. */
export interface ZfsMount {
    readonly source: string;
    readonly place: string;
}

/**
 * What of ZFS is mounted, in the order in which it was.
 *
 * @param mounts /proc/self/mounts, see proc_pid_mounts(5)
 */
export function zfsMounts(mounts: string): readonly ZfsMount[] {
    return mounts.split("\n").flatMap((line) => {
        const [source, place, type] = line.split(" ");
        return type === "zfs" && source !== undefined && place !== undefined
            ? [{ source: unescape(source), place: unescape(place) }]
            : [];
    });
}

/**
 * The pool whose filesystem is mounted at `place`, if there is one: at / the system itself lives on it.
 *
 * @param mounts /proc/self/mounts
 */
export const poolAt = (place: "/" | "/boot", mounts: string): string | undefined =>
    zfsMounts(mounts)
        .find((mount) => mount.place === place)
        ?.source.replace(/[/@].*$/s, "");

/** The filesystem that is mounted at `place`, if it is one of ZFS's. */
export const datasetAt = (place: string, mounts: string): string | undefined =>
    zfsMounts(mounts).find((mount) => mount.place === place)?.source;

/** The same datasets, each with the first place where it is mounted. @param mounts /proc/self/mounts */
export function withPlaces(datasets: readonly Dataset[], mounts: string): readonly Dataset[] {
    const places = new Map(
        zfsMounts(mounts)
            .toReversed()
            .map(({ source, place }) => [source, place]),
    );
    return datasets.map((dataset) => {
        const place = places.get(dataset.name);
        return place === undefined ? dataset : { ...dataset, place };
    });
}

/** Undoes the octal escapes of the kernel: blanks, tabs, line ends and backslashes. Bytes beyond ASCII stand as they are. */
const unescape = (text: string): string =>
    text.replace(/\\([0-7]{3})/g, (_match, digits: string) => String.fromCharCode(parseInt(digits, 8)));
