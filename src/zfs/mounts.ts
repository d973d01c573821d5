/**
 * The pool whose filesystem is mounted at `place`, if there is one: at / the system itself lives on it.
 *
 * @param mounts /proc/self/mounts, see proc_pid_mounts(5)
 */
export const poolAt = (place: "/" | "/boot", mounts: string): string | undefined =>
    datasetAt(place, mounts)?.split("/")[0];

/** The filesystem that is mounted at `place`, if it is one of ZFS's. */
export const datasetAt = (place: string, mounts: string): string | undefined =>
    zfsMounts(mounts).find((mount) => mount.place === place)?.dataset;

/** Where a filesystem is mounted, in full; the first such place. */
export const placeOf = (dataset: string, mounts: string): string | undefined =>
    zfsMounts(mounts).find((mount) => mount.dataset === dataset)?.place;

interface ZfsMount {
    readonly dataset: string;
    readonly place: string;
}

const zfsMounts = (mounts: string): readonly ZfsMount[] =>
    mounts.split("\n").flatMap((line) => {
        const [dataset = "", place = "", type] = line.split(" ");
        return type === "zfs" ? [{ dataset: unescape(dataset), place: unescape(place) }] : [];
    });

/** Undoes the octal escapes of the kernel's tables. Bytes beyond ASCII stand as they are. */
const unescape = (text: string): string =>
    text.replace(/\\([0-7]{3})/g, (_match, digits: string) => String.fromCharCode(parseInt(digits, 8)));
