/** The kernels of a host, and for which of them there is a ZFS module on the disk. */
export interface Kernels {
    readonly running: string;
    readonly installed: readonly string[];
    readonly withModule: readonly string[];
}

/**
 * Reads a listing of files in which kernels (/boot/vmlinuz-VERSION) and modules (/lib/modules/VERSION/…/zfs.ko, or
 * compressed) are told from each other by their paths. Wherever a distribution puts the module, modprobe finds it.
 *
 * @param listing one path a line
 * @param running the running kernel, as /proc/sys/kernel/osrelease says it
 */
export function parseKernels(listing: string, running: string): Kernels {
    const versions = (pattern: RegExp) =>
        [...listing.matchAll(pattern)].flatMap(([, version]) => (version === undefined ? [] : [version]));
    return {
        running: running.trim(),
        installed: versions(/^\/boot\/vmlinuz-(\d.*)$/gm).filter((version) => !version.includes("rescue")),
        withModule: versions(/^\/lib\/modules\/([^/\n]+)\/.*$/gm),
    };
}

/** The kernel that a boot loader chooses unless it was told otherwise: the latest. */
export function newestKernel({ installed }: Kernels): string | undefined {
    return [...installed].sort(compareVersions).at(-1);
}

/** The newest kernel if it is later than the running one, by their numbers: another flavour of it is not. */
export function laterKernel(kernels: Kernels): string | undefined {
    const newest = newestKernel(kernels);
    return newest !== undefined && compareVersions(numbersOf(newest), numbersOf(kernels.running)) > 0
        ? newest
        : undefined;
}

/** What a version begins with: 6.1.0-35 of 6.1.0-35-amd64. */
const numbersOf = (version: string): string => /^\d+([.-]\d+)*/.exec(version)?.[0] ?? "";

/** Orders versions by their numbers: 6.1.0-9 comes before 6.1.0-35. */
function compareVersions(one: string, other: string): number {
    return one.localeCompare(other, "en", { numeric: true });
}
