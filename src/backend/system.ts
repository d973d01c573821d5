import cockpit from "cockpit";

import { ZED } from "../zfs/advice.ts";
import type { SystemFacts } from "../zfs/advice.ts";
import { cachedPools } from "../zfs/cache-file.ts";
import type { Kernels } from "../zfs/kernels.ts";
import { parseKernels } from "../zfs/kernels.ts";
import type { RootDataset, Versions } from "../zfs/model.ts";
import { poolAt } from "../zfs/mounts.ts";
import { parseRoots } from "../zfs/parse/list-roots.ts";
import { parseVersion } from "../zfs/parse/version.ts";
import { LIST_ROOTS, VERSION } from "../zfs/reads.ts";
import { CRON_FILE } from "../zfs/scrub-job.ts";
import { isActive } from "../zfs/units.ts";

import { hostTime } from "./clock.ts";
import { readBytes, readText } from "./files.ts";
import { readMounts } from "./mounts.ts";
import { readAs } from "./read-as.ts";
import { listTimeout } from "./read.ts";
import { readUnits } from "./units.ts";
import { within } from "./within.ts";

const unitPatterns = ["zfs*", "cron.service"];
const cacheFile = "/etc/zfs/zpool.cache";

/** Kernels that can be booted and modules for them, wherever below its kernel a distribution puts the module. */
const findKernels = "find /boot /lib/modules -maxdepth 6 ( -name vmlinuz-* -o -name zfs.ko* )".split(" ");

/**
 * What there is to know of the host besides its pools. It costs three short processes; the rest are files and a
 * question to systemd. What cannot be read, for whatever reason, is undefined.
 */
export async function readSystem(): Promise<SystemFacts> {
    const [[versions, release, kernels, cached, systemPool, cronTable], news] = await Promise.all([
        Promise.allSettled([
            readVersions(),
            readRelease(),
            readKernels(),
            readCachedPools(),
            readSystemPool(),
            readText(CRON_FILE),
        ]),
        readSystemNews(),
    ]);
    return {
        ...news,
        versions: known(versions),
        cockpit: cockpitVersion(),
        release: known(release),
        kernels: known(kernels),
        cached: known(cached),
        systemPool: known(systemPool),
        cronTable: known(cronTable),
    };
}

/**
 * What of it may change while the pools are what they were: their root datasets, at the cost of a short process, and the
 * units, of which systemd tells without one.
 */
export async function readSystemNews(): Promise<Pick<SystemFacts, "time" | "units" | "roots">> {
    const [units, roots] = await Promise.allSettled([
        within(listTimeout, readUnits(unitPatterns)),
        readRoots(),
    ]);
    return { time: hostTime(), units: known(units), roots: known(roots) };
}

const known = <T>(result: PromiseSettledResult<T>): T | undefined =>
    result.status === "fulfilled" ? result.value : undefined;

/** Versions of the tools and of the loaded module. */
const readVersions = (): Promise<Versions> => readAs(VERSION, listTimeout, parseVersion);

/** Of the Cockpit that the browser talks to; the types do not say that it may not be there. */
const cockpitVersion = (): string | undefined =>
    (cockpit as { readonly info?: { readonly ws?: { readonly version?: string } } }).info?.ws?.version;

/** What os-release(5) shows to people. */
const readRelease = async (): Promise<string | undefined> =>
    /^PRETTY_NAME=(["']?)(.*)\1$/m.exec((await readText("/etc/os-release")) ?? "")?.[2];

async function readKernels(): Promise<Kernels | undefined> {
    const running = await readText("/proc/sys/kernel/osrelease");
    if (running === undefined) return undefined;
    return readAs(findKernels, listTimeout, (listing) => parseKernels(listing, running));
}

async function readCachedPools(): Promise<readonly string[] | undefined> {
    const bytes = await readBytes(cacheFile);
    return bytes && (bytes.length === 0 ? [] : cachedPools(bytes));
}

/** Whether the ZFS event daemon runs; undefined when systemd does not say. Starts no process. */
export async function readZed(): Promise<boolean | undefined> {
    const units = await within(listTimeout, readUnits([ZED]));
    return units && isActive(units, ZED);
}

async function readSystemPool(): Promise<string | undefined> {
    const mounts = await readMounts();
    return mounts === undefined ? undefined : poolAt("/", mounts);
}

/** The root dataset of every pool: what the pool's space comes to for people. */
const readRoots = (): Promise<readonly RootDataset[]> => readAs(LIST_ROOTS, listTimeout, parseRoots);
