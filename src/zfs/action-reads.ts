// The command lines that read before a dataset is destroyed, cloned, promoted or made.
import { GET_COLUMNS } from "./parse/get.ts";
import { listDatasets } from "./reads.ts";

/** Datasets and all that lies in them, for `parseDatasets`. */
export const listBelow = (names: readonly string[]): readonly string[] => [
    ...listDatasets(false),
    "-r",
    ...names,
];

/** What would go with a dataset, for `parseDestroyDryRun`. */
export const destroyDryRun = (name: string): readonly string[] => ["zfs", "destroy", "-nvp", "-r", name];

/** All snapshots of the datasets named after it, with how often each is held, for `parseHeld`. */
export const LIST_HELD = "zfs list -Hp -r -t snapshot -o name,guid,userrefs -s name".split(" ");

/** Who holds the snapshots named after it, for `parseHolds`. */
export const HOLDS = ["zfs", "holds", "-H"] as const;

/** The snapshots of the one dataset named after it, the oldest first, for `parseSnapshotChoices`. */
export const LIST_CHOICES = "zfs list -Hp -d 1 -t snapshot -o name,guid,createtxg -s createtxg".split(" ");

/** Bytes to which the snapshot named after it refers. */
export const REFERENCED = "zfs get -Hp -o value referenced".split(" ");

/** The on-disk versions of the filesystems at and below the name after it: a line each. */
export const VERSIONS = "zfs get -Hp -r -t filesystem -o value version".split(" ");

/** What a dataset has that one in it would inherit, for `parseGet`; the properties, then its name. */
export const getInherited = (properties: readonly string[], name: string): readonly string[] => [
    ...["zfs", "get", "-Hp", "-o", GET_COLUMNS, properties.join(","), name],
];

/** Those of some folders in which there is anything, a NUL behind each; fails if one of them is not there. */
export const lookInto = (folders: readonly string[]): readonly string[] => [
    ...["find", ...folders, "-maxdepth", "0", "-type", "d", "!", "-empty", "-print0"],
];
