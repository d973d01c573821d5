import { judge } from "./health.ts";
import type { Reason } from "./health.ts";
import type { Kernels } from "./kernels.ts";
import { laterKernel, newestKernel } from "./kernels.ts";
import type { Pool, PoolUsage, RootDataset, UnixTime, Versions } from "./model.ts";
import type { ScrubJob } from "./scrub-job.ts";
import { findScrubJob } from "./scrub-job.ts";
import type { Units } from "./units.ts";
import { escapeUnit, isActive, isEnabled } from "./units.ts";

/*
 * What a person must know about a host besides the health of its pools: things that work today and will not work on
 * the day they are needed. Facts go in, codes come out; the page has the words. A fact that could not be read is
 * undefined, and then nothing is claimed.
 */

/** What is known of the host. */
export interface SystemFacts {
    /** When they were read, by the host's clock. */
    readonly time: UnixTime;
    readonly versions?: Versions | undefined;
    /** The version of Cockpit that serves the page. */
    readonly cockpit?: string | undefined;
    /** The distribution and its version, as it calls itself. */
    readonly release?: string | undefined;
    readonly kernels?: Kernels | undefined;
    readonly units?: Units | undefined;
    /** Names in the cache file; none if there is no such file. */
    readonly cached?: readonly string[] | undefined;
    /** The pool on which the system itself lives: the boot environment imports it. */
    readonly systemPool?: string | undefined;
    /** Debian's and Ubuntu's cron table for ZFS. */
    readonly cronTable?: string | undefined;
    readonly roots?: readonly RootDataset[] | undefined;
}

/** A pool as far as it is known. */
export interface KnownPool {
    readonly usage: PoolUsage;
    readonly status?: Pool | undefined;
}

/** Something to know or to do, from the most to the least urgent kind. */
export type Advisory =
    /** The kernel that boots next has no ZFS. */
    | { readonly kind: "moduleMissing"; readonly kernel: string }
    /** These pools would come back after a restart if these units were enabled. */
    | { readonly kind: "importOff"; readonly units: readonly string[]; readonly pools: readonly string[] }
    /** These pools are not in the cache file, from which pools are imported at a restart. */
    | { readonly kind: "notCached"; readonly pools: readonly string[] }
    /** Nothing reacts to faults; `spares`: pools whose spares do not step in. */
    | { readonly kind: "zedOff"; readonly installed: boolean; readonly spares: readonly string[] }
    | { readonly kind: "lowSpace"; readonly pool: string; readonly capacity: number }
    /**
     * `days` since the last scrub or resilver finished, or, if none ever began, since the pool was made. After one that
     * was canceled they count from there: it is at least as long.
     */
    | {
          readonly kind: "scrubDue";
          readonly pool: string;
          readonly days: number;
          readonly never: boolean;
          /** Undefined when it is not known whether there is one. */
          readonly job: ScrubJob | "none" | undefined;
      }
    /** The last scrub was canceled, and whether one that finished before it is still young is not known. */
    | { readonly kind: "scrubCanceled"; readonly pool: string }
    /** A scrub waits for somebody to resume it, for `days`. */
    | { readonly kind: "scrubPaused"; readonly pool: string; readonly days: number }
    | { readonly kind: "versionsDiffer"; readonly userland: string; readonly kernel: string }
    /** A later kernel than the running one is installed, with a module: a restart is due, and ZFS is ready for it. */
    | { readonly kind: "newerKernel"; readonly kernel: string; readonly running: string }
    | { readonly kind: "upgradable"; readonly pools: readonly string[] };

/** Days after which a scrub is due: a monthly job, and a few days of grace. */
const SCRUB_DAYS = 35;
/** Days after which a paused scrub is taken for forgotten: some people let it run at night or at weekends only. */
const PAUSED_DAYS = 7;
const DAY = 86_400;

/** The unit that acts on ZFS's events, and those that import pools when the host starts. */
export const ZED = "zfs-zed.service";
const IMPORT_TARGETS = ["zfs.target", "zfs-import.target"];
const IMPORT_CACHED = "zfs-import-cache.service";
const IMPORT_FOUND = "zfs-import-scan.service";

/** What there is to know about a host and its pools, the most urgent first. */
export function advise(facts: SystemFacts, pools: readonly KnownPool[]): readonly Advisory[] {
    return [
        ...adviseModule(facts),
        ...adviseImport(facts, pools),
        ...adviseZed(facts, pools),
        ...adviseSpace(pools),
        ...pools.flatMap((pool) => adviseScrub(facts, pool)),
        ...adviseVersions(facts),
        ...adviseRestart(facts),
        ...adviseUpgrade(pools),
    ];
}

/** Where the running kernel's module is in no place that we know, nothing can be said of the next kernel's. */
function adviseModule({ kernels }: SystemFacts): readonly Advisory[] {
    const next = kernels && newestKernel(kernels);
    if (!kernels?.withModule.includes(kernels.running) || next === undefined) return [];
    return kernels.withModule.includes(next) ? [] : [{ kind: "moduleMissing", kernel: next }];
}

function adviseImport(facts: SystemFacts, pools: readonly KnownPool[]): readonly Advisory[] {
    const { units, cached, systemPool } = facts;
    if (!units?.has(IMPORT_CACHED) || cached === undefined) return [];
    const left = pools
        .map(({ usage }) => usage.name)
        .filter((name) => name !== systemPool && !isActive(units, `zfs-import@${escapeUnit(name)}.service`));
    // the services are each other's opposite: one runs with a cache file, the other without
    const scans = cached.length === 0 && isEnabled(units, IMPORT_FOUND);
    const importable = scans ? left : left.filter((name) => cached.includes(name));
    const lost = left.filter((name) => !importable.includes(name));
    const needed = scans ? IMPORT_TARGETS : [...IMPORT_TARGETS, IMPORT_CACHED];
    const off = needed.filter((unit) => !isEnabled(units, unit));
    return [
        ...(off.length > 0 && importable.length > 0
            ? [{ kind: "importOff", units: off, pools: importable } as const]
            : []),
        ...(lost.length > 0 ? [{ kind: "notCached", pools: lost } as const] : []),
    ];
}

function adviseZed({ units }: SystemFacts, pools: readonly KnownPool[]): readonly Advisory[] {
    if (!units || pools.length === 0 || isActive(units, ZED)) return [];
    const spares = pools
        .filter(({ status }) =>
            status?.sections.some(({ kind, vdevs }) => kind === "spares" && vdevs.length > 0),
        )
        .map(({ usage }) => usage.name);
    return [{ kind: "zedOff", installed: units.has(ZED), spares }];
}

function adviseSpace(pools: readonly KnownPool[]): readonly Advisory[] {
    return pools.flatMap((pool) =>
        reasonsOf(pool).flatMap((reason) =>
            reason.kind === "lowSpace"
                ? [{ kind: "lowSpace", pool: pool.usage.name, capacity: reason.capacity } as const]
                : [],
        ),
    );
}

function reasonsOf({ usage, status }: KnownPool): readonly Reason[] {
    return status ? judge(status, usage).findings.map(({ reason }) => reason) : [];
}

/**
 * ZFS remembers only the last scrub or resilver. Both have read what they could, so both count, once they have
 * finished. Text shows an error scrub in its place, and then nothing is known.
 */
function adviseScrub(facts: SystemFacts, { usage, status }: KnownPool): readonly Advisory[] {
    if (!status || usage.readonly) return [];
    const { time, roots, cronTable, units } = facts;
    const { scan, errorScrub } = status;
    const pool = usage.name;
    const root = roots?.find(({ name }) => name === pool);
    const isPast = (since: UnixTime | undefined, days: number) =>
        since !== undefined && time - since > days * DAY;
    const daysSince = (since: UnixTime) => Math.floor((time - since) / DAY);

    if (scan?.state === "paused") {
        const { pausedSince } = scan;
        if (pausedSince === undefined || !isPast(pausedSince, PAUSED_DAYS)) return [];
        return [{ kind: "scrubPaused", pool, days: daysSince(pausedSince) }];
    }
    const since = scan ? scan.end : errorScrub ? undefined : root?.creation;
    if (since === undefined) return [];
    if (isPast(since, SCRUB_DAYS)) {
        const job = units && (findScrubJob(pool, { units, cronTable, root }) ?? "none");
        return [{ kind: "scrubDue", pool, days: daysSince(since), never: !scan, job }];
    }
    const isCanceled = scan?.kind === "scrub" && scan.state === "canceled";
    const isNew = root?.creation !== undefined && !isPast(root.creation, SCRUB_DAYS);
    return isCanceled && !isNew ? [{ kind: "scrubCanceled", pool }] : [];
}

function adviseVersions({ versions = {} }: SystemFacts): readonly Advisory[] {
    const { userland, kernel } = versions;
    if (userland === undefined || kernel === undefined || release(userland) === release(kernel)) return [];
    return [{ kind: "versionsDiffer", userland, kernel }];
}

function adviseRestart({ kernels }: SystemFacts): readonly Advisory[] {
    if (!kernels?.withModule.includes(kernels.running)) return [];
    const kernel = laterKernel(kernels);
    return kernel !== undefined && kernels.withModule.includes(kernel)
        ? [{ kind: "newerKernel", kernel, running: kernels.running }]
        : [];
}

/** A version without what the packager added: distributions that ship the module with the kernel differ in that. */
const release = (version: string): string => /^\d+\.\d+\.\d+(-rc\d+)?/.exec(version)?.[0] ?? version;

function adviseUpgrade(pools: readonly KnownPool[]): readonly Advisory[] {
    const upgradable = pools
        .filter((pool) => reasonsOf(pool).some(({ kind }) => kind === "upgradable"))
        .map(({ usage }) => usage.name);
    return upgradable.length === 0 ? [] : [{ kind: "upgradable", pools: upgradable }];
}
