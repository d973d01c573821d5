import type { Versions } from "./model.ts";

/** What a system answered when it was asked what it can do. */
export interface Answers {
    readonly versions: Versions;
    /** Whether `zpool status -j` was accepted; exit code 2 is a refusal. */
    readonly json: boolean;
    /** Names in /sys/module/zfs/features.pool without the domain: `raidz_expansion`. */
    readonly features: Names;
    /** Names in /sys/module/zfs/properties.dataset and properties.vdev. */
    readonly datasetProperties: Names;
    readonly vdevProperties: Names;
}

/** Something by whose name it can be asked for. */
interface Names {
    readonly size: number;
    readonly has: (name: string) => boolean;
}

/*
 * How each ability is recognised: by what the system itself shows where it shows something, by the version only
 * where nothing else tells. Tools and module may be of different versions, and then both have to know it.
 */
const TESTS = {
    /** `-j` of zpool status, list and get and of zfs list, get and mount (2.3). */
    json: ({ json }) => json,
    /** `zpool scrub -e` and the log of damaged blocks that it needs (2.2). */
    errorScrub: ({ features }) => features.has("head_errlog"),
    /** `zfs set -u` (2.2). */
    setWithoutMounting: ({ features }) => features.has("head_errlog"),
    /** `zpool initialize -u` (2.2). */
    uninitialize: ({ features }) => features.has("head_errlog"),
    vdevProperties: ({ vdevProperties }) => vdevProperties.size > 0,
    /** `zfs list -t snapshot` with guid and createtxg without reading each snapshot (2.2). */
    fastSnapshotList: ({ features }) => features.has("head_errlog"),
    blockCloning: ({ features }) => features.has("block_cloning"),
    raidzExpansion: ({ features }) => features.has("raidz_expansion"),
    /** `zpool ddtprune`, `zpool prefetch -t ddt` (2.3). */
    fastDedup: ({ features }) => features.has("fast_dedup"),
    /** `zpool prefetch -t brt` (2.4). */
    cloneTablePrefetch: ({ features }) => features.has("physical_rewrite"),
    /** `zpool scrub -C` (2.3). */
    scrubNew: ({ features }) => features.has("raidz_expansion"),
    longNames: ({ features }) => features.has("longname"),
    directIo: ({ datasetProperties }) => datasetProperties.has("direct"),
    defaultQuotas: ({ datasetProperties }) => datasetProperties.has("defaultuserquota"),
    /** A slow child of a raidz is left out for a while (2.4). */
    autoSit: ({ vdevProperties }) => vdevProperties.has("autosit"),
    /** `zpool scrub -S` and `-E`, and `-a` of scrub, trim and initialize (2.4). */
    scrubByDate: ({ features }) => features.has("physical_rewrite"),
    /** `--power` of zpool status, clear, online and offline. */
    slotPower: ({ versions }) => atLeast(versions, { "2.1": 15, "2.2": 3 }, "2.3"),
    /** "too many slow I/Os". */
    slowIoLimits: ({ versions }) => atLeast(versions, { "2.2": 4 }, "2.3"),
    /** `zfs rewrite`. */
    rewrite: ({ versions }) => atLeast(versions, { "2.3": 4 }, "2.4"),
    /** `zfs rewrite -P`. */
    physicalRewrite: ({ features }) => features.has("physical_rewrite"),
    /** `zfs zone` and `zfs unzone` (2.2). */
    zones: ({ features }) => features.has("head_errlog"),
    /** `zfs clone -u`. */
    cloneUnmounted: ({ versions }) => atLeast(versions, { "2.4": 1 }, "2.5"),
} satisfies Readonly<Record<string, (answers: Answers) => boolean>>;

/** What this ZFS can do. */
export type Capabilities = Readonly<Record<keyof typeof TESTS, boolean>>;

/** Derives what a system can do from what it answered. */
export function capabilitiesOf(answers: Answers): Capabilities {
    const names = Object.keys(TESTS) as (keyof typeof TESTS)[];
    return Object.fromEntries(names.map((name) => [name, TESTS[name](answers)])) as Capabilities;
}

/**
 * Whether both parts have what came with a patch release of some series.
 * @param patches the first patch release of each series that got it later, such as { "2.1": 15 }
 * @param series the first series that had it from the beginning
 */
function atLeast(
    { userland, kernel }: Versions,
    patches: Readonly<Record<string, number>>,
    series: string,
): boolean {
    return [userland, kernel].every((version) => {
        const [, major, minor, patch] = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version ?? "") ?? [];
        if (major === undefined || minor === undefined) return false;
        const own = `${major}.${minor}`;
        return own in patches ? Number(patch) >= (patches[own] ?? 0) : order(own) >= order(series);
    });
}

function order(series: string): number {
    const [major = 0, minor = 0] = series.split(".").map(Number);
    return major * 1000 + minor;
}
