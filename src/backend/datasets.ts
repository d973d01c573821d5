import { listBelow } from "../zfs/action-reads.ts";
import type { Dataset } from "../zfs/dataset.ts";
import { withPlaces } from "../zfs/mounts.ts";
import { DatasetsParser, SNAPSHOTS_CHANGED } from "../zfs/parse/datasets.ts";
import { listDatasets } from "../zfs/reads.ts";

import { HostError } from "./errors.ts";
import { readText } from "./files.ts";
import { readMounts } from "./mounts.ts";
import { readWith } from "./read-as.ts";

/** Milliseconds: ten thousand datasets on slow disks take their time when nobody has looked at them for long. */
const patience = 60_000;

/** Where the loaded module tells that it knows the column; an older one has no such file. */
const columnFile = `/sys/module/zfs/properties.dataset/${SNAPSHOTS_CHANGED}/type`;

/** The exit code of `zfs` for a column that it does not know. */
const usageStatus = 2;

/**
 * The filesystems and volumes of all pools, in one process whatever their number. Those of a SUSPENDED pool are not
 * among them, and nothing says so.
 *
 * @throws HostError, UnreadableOutput
 */
export const readDatasets = async (): Promise<readonly Dataset[]> => placed(await listAll());

async function listAll(): Promise<readonly Dataset[]> {
    const list = (hasColumn: boolean) => readWith(listDatasets(hasColumn), patience, new DatasetsParser());
    const hasColumn = (await readText(columnFile)) !== undefined;
    try {
        return await list(hasColumn);
    } catch (error) {
        // tools older than the module
        if (hasColumn && error instanceof HostError && error.exitStatus === usageStatus) return list(false);
        throw error;
    }
}

/** With the places where they are mounted, as far as these can be read. */
async function placed(datasets: readonly Dataset[]): Promise<readonly Dataset[]> {
    const mounts = await readMounts();
    return mounts === undefined ? datasets : withPlaces(datasets, mounts);
}

/**
 * Datasets and all that lies in them, as they are now, whatever the stores know of them.
 *
 * @throws HostError, UnreadableOutput
 */
export const readDatasetsIn = async (names: readonly string[]): Promise<readonly Dataset[]> =>
    placed(await readWith(listBelow(names), patience, new DatasetsParser()));
