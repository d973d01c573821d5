// The one place that decides when the host is asked again: `Refresher` has the rules for the pools and the datasets, and
// `SystemRefresher` those for the facts of the host. Here they are given the host, the stores and the events of the session.
import { hostTime, readClock } from "../backend/clock.ts";
import { readMany } from "../backend/dataset-properties.ts";
import { readDatasets } from "../backend/datasets.ts";
import { expectedHelper, openFollow } from "../backend/follow.ts";
import { openIostat } from "../backend/iostat.ts";
import {
    readKernelPools,
    readKernelState,
    readLastTxg,
    readModuleVersion,
    readTxgTimeout,
} from "../backend/kstat.ts";
import { openMounts } from "../backend/mounts.ts";
import { readPoolList, readPoolStatus } from "../backend/pools.ts";
import { hasAdminAccess, isHidden, onAccessChange, onVisibilityChange } from "../backend/session.ts";
import { readSystem, readSystemNews } from "../backend/system.ts";

import { refreshAudit, showsOpenChange } from "./audit.ts";
import { DatasetsReader } from "./datasets-reader.ts";
import { datasets } from "./datasets.ts";
import { watchForHangs } from "./hang-watch.ts";
import { helper } from "./helper.ts";
import { watchKeys } from "./key-watch.ts";
import { PoolReader } from "./pool-reader.ts";
import { pools } from "./pools.ts";
import { datasetReadings, eventsHeard, listReadings, readings } from "./readings.ts";
import { Refresher, allParts } from "./refresher.ts";
import type { Findings, Part } from "./refresher.ts";
import { SystemRefresher } from "./system-refresher.ts";
import { system } from "./system.ts";
import { throughput } from "./throughput.ts";

const poolReader = new PoolReader(
    {
        readPoolList,
        readPoolStatus,
        readModuleVersion,
        readKernelPools,
        readKernelState,
        readLastTxg,
        readTxgTimeout,
        hostTime,
    },
    pools,
);

const datasetsReader = new DatasetsReader(
    { readDatasets, pools, onPoolsChange: () => refresher.refreshDatasets() },
    datasets,
);

async function read(parts: ReadonlySet<Part>): Promise<Findings> {
    await readClock(); // either clock may be set at any time
    if (allParts.every((part) => parts.has(part))) readings.set(readings.get() + 1);
    if (parts.has("list")) listReadings.set(listReadings.get() + 1);
    return poolReader.read(parts);
}

const refresher = new Refresher({
    hasAdminAccess,
    isHidden,
    expectedHelper,
    openFollow,
    openIostat,
    setHelper: (state) => helper.set(state),
    setThroughput: (rates) => throughput.set(rates),
    read,
    suspect: (pool) => poolReader.suspect(pool),
    suspends: (pool, time) => poolReader.suspends(pool, time),
    readAudit: refreshAudit,
    showsOpenChange,
    datasets: {
        read: () => {
            datasetReadings.set(datasetReadings.get() + 1);
            return datasetsReader.read();
        },
        openMounts,
        forget: () => datasetsReader.forget(),
    },
    onEvent: () => eventsHeard.set(eventsHeard.get() + 1),
    onCacheWritten: () => systemRefresher.cacheWritten(),
});

const systemRefresher = new SystemRefresher({
    pools,
    isHidden,
    onVisibilityChange,
    read: async () => system.set(await readSystem()),
    readNews: async () => {
        const news = await readSystemNews();
        system.set({ ...system.get(), ...news });
    },
});

/** Asks the host again now, for instance because a person pressed "Try again". */
export const refreshNow = (): void => refresher.readNow();

/** Has a look whether these pools hang, because something suggests it. */
export const suspectPools = (names: readonly string[]): void => refresher.suspect(names);

/** Begins to keep the stores fresh. Gives the way to stop. */
export function startRefreshing(): () => void {
    const stops = [
        onAccessChange(() => refresher.accessChanged()),
        onVisibilityChange(() => refresher.visibilityChanged()),
        watchForHangs({ pools, isHidden, readLastTxg, readTxgTimeout, suspect: suspectPools }),
    ];
    refresher.accessChanged();
    return () => {
        for (const stop of stops) stop();
        refresher.stop();
    };
}

/** Has the facts of the host read, if nobody has done so yet. */
export const askForSystem = (): void => systemRefresher.ask();

/** Keeps the facts of the host fresh. Gives the way to stop. */
export const watchSystem = (): (() => void) => systemRefresher.watch();

/** Keeps the datasets fresh, for a page that shows them. Gives the way to stop. */
export const watchDatasets = (): (() => void) => refresher.watchDatasets();

/**
 * Has the datasets read again when a key is loaded or unloaded elsewhere, which makes no event: see `watchKeys`.
 *
 * @param at the dataset that is shown with all that lies in it; undefined is all
 */
export const watchKeysAt = (at?: string): (() => void) =>
    watchKeys({ datasets, isHidden, readMany, refresh: () => refresher.refreshDatasets() }, at);
