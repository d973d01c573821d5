// What is in a pool and what of it is in use, as lines of a dialog.
import { _, format, ngettext } from "../../i18n.ts";
import { formatNames } from "../../ui/dates.ts";
import type { PoolContents, PoolUses } from "../../zfs/contents.ts";
import { isShared } from "../../zfs/dataset-traits.ts";
import { mountedAt } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import type { PoolUsage } from "../../zfs/model.ts";
import { formatSize } from "../../zfs/size.ts";

/** What is lost with a pool: datasets, volumes, snapshots, shares and space. */
export function lossLines(
    { datasets, snapshots }: PoolContents,
    { allocated }: PoolUsage,
): readonly string[] {
    const used = datasets[0]?.used;
    return [
        ...countLines(datasets),
        snapshots === undefined
            ? _("All snapshots; they could not be counted")
            : ngettext("$0 snapshot", "$0 snapshots", snapshots.length),
        ...(used === undefined || allocated === undefined
            ? []
            : [format(_("$0 of data, $1 on the disks"), formatSize(used), formatSize(allocated))]),
    ];
}

/** How many datasets there are; volumes by name. */
export function countLines(datasets: readonly Dataset[]): readonly string[] {
    const volumes = datasets.filter(({ type }) => type === "volume");
    const filesystems = datasets.length - volumes.length;
    return [
        ...(filesystems > 0 ? [ngettext("$0 filesystem", "$0 filesystems", filesystems)] : []),
        ...(volumes.length > 0
            ? [ngettext("$0 volume: $1", "$0 volumes: $1", volumes.length, namesOf(volumes))]
            : []),
    ];
}

/** Which are set to be shared. */
export function shareLines(datasets: readonly Dataset[]): readonly string[] {
    const nfs = datasets.filter(({ sharenfs }) => isShared(sharenfs));
    const smb = datasets.filter(({ sharesmb }) => isShared(sharesmb));
    return [
        ...(nfs.length > 0 ? [format(_("Set to be shared by NFS: $0"), namesOf(nfs))] : []),
        ...(smb.length > 0 ? [format(_("Set to be shared by SMB: $0"), namesOf(smb))] : []),
    ];
}

/** Where those are mounted that are; the name of one where that is not known. */
export const placesOf = (datasets: readonly Dataset[]): readonly string[] =>
    datasets.filter(({ mounted }) => mounted).map((dataset) => mountedAt(dataset) ?? dataset.name);

/** What stops working when a pool goes, and what holds it. */
export function inUseLines({ datasets, uses }: PoolContents): readonly string[] {
    const places = placesOf(datasets);
    return [
        ...(places.length > 0
            ? [
                  ngettext(
                      "$0 filesystem mounted: $1",
                      "$0 filesystems mounted: $1",
                      places.length,
                      formatNames(places),
                  ),
              ]
            : []),
        ...shareLines(datasets.filter(({ mounted }) => mounted)),
        ...(uses ? holderLines(uses) : [_("Which processes hold files could not be found out.")]),
        ...(uses?.mapsRead === false ? [mapsNotRead()] : []),
    ];
}

/** What may hold something all the same. */
export const mapsNotRead = (): string => _("What processes have mapped into memory could not be looked at.");

/** Processes that are named; the rest is counted. */
const shown = 5;

/** What holds a pool or datasets: what stands on their volumes, files and folders, and processes. */
export function holderLines({ processes, volumes, loops, mounts }: PoolUses): readonly string[] {
    const more = processes.length - shown;
    return [
        ...volumes.map(({ volume, uses }) =>
            format(_("The volume $0 is in use: $1"), volume, formatNames(uses)),
        ),
        ...loops.map(({ device, path }) => format(_("The loop device $0 stands on $1"), device, path)),
        ...mounts.map(({ place, source }) => format(_("$0 is mounted in it at $1"), source, place)),
        ...processes
            .slice(0, shown)
            .map(({ command, pid, path }) => format(_("$0 (process $1) holds $2"), command, pid, path)),
        ...(more > 0 ? [ngettext("and $0 more process", "and $0 more processes", more)] : []),
    ];
}

const namesOf = (datasets: readonly Dataset[]): string => formatNames(datasets.map(({ name }) => name));
