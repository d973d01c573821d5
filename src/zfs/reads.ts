// The command lines that read: one place for the page, its tests and whoever asks what it costs.
import { searchOptions } from "./import-search.ts";
import type { ImportSearch } from "./import-search.ts";
import { datasetColumns } from "./parse/datasets.ts";
import { MANY_COLUMNS, SOURCE_COLUMNS, VALUE_COLUMNS } from "./parse/get-dataset.ts";
import { GET_COLUMNS } from "./parse/get.ts";
import { ROOT_COLUMNS } from "./parse/list-roots.ts";
import { LIST_COLUMNS } from "./parse/list.ts";
import { SNAPSHOT_COLUMNS } from "./parse/snapshots.ts";
import { SPACE_COLUMNS } from "./parse/space-by.ts";
import type { AccountKind, Resource } from "./space-by.ts";

/** Size, use and health of all pools, for `parseList`. */
export const LIST = ["zpool", "list", "-Hp", "-o", LIST_COLUMNS.join(",")] as const;

/**
 * Devices, activity and errors of all pools, or of those named after it, for `parseStatusJson` (2.3 and later). Which
 * files are damaged is left out (`-v`): that alone has to read from the pool's disks, and hangs with them.
 */
export const STATUS_JSON = ["zpool", "status", "-jpPti"] as const;

/** The same for `parseStatus`, before 2.3. */
export const STATUS_TEXT = ["zpool", "status", "-pPsti"] as const;
/** The same with guids for names, which the text has not beside each other. */
export const STATUS_GUIDS = ["zpool", "status", "-gpsti"] as const;
/** The sizes of vdevs, which the text has not, for `parseListVdevs`. */
export const LIST_VDEVS = ["zpool", "list", "-vpP"] as const;

/** The same two with the damaged files, for the pools named after it. */
export const DAMAGE_JSON = ["zpool", "status", "-jpPv"] as const;
export const DAMAGE_TEXT = ["zpool", "status", "-pPv"] as const;

/** The deduplication table of the pool named after it, for `parseDedup`. */
export const DEDUP = ["zpool", "status", "-D"] as const;

/** All properties of the pool named after it, or of its vdev, for `parseGetJson` (2.3 and later). */
export const GET_JSON = ["zpool", "get", "-jp", "all"] as const;
/** The same for `parseGet`, before 2.3. */
export const GET_TEXT = ["zpool", "get", "-Hp", "-o", GET_COLUMNS, "all"] as const;

/** The block size of vdevs of a pool by their guids, an exponent a line; 2.2 and later. */
export const ashiftsOf = (pool: string, guids: readonly string[]) =>
    [..."zpool get -Hp -o value ashift".split(" "), pool, ...guids] as const;
/** Which properties the dataset named after it has, and where their values are from, for `parseSources`. */
export const GET_SOURCES = ["zfs", "get", "-H", "-o", SOURCE_COLUMNS, "all"] as const;
/** What they hold, for `parseValues`. */
export const GET_VALUES = ["zfs", "get", "-Hp", "-o", VALUE_COLUMNS, "all"] as const;
/** One of them by itself, which can hold anything, for `parseOneValue`. */
export const getOne = (column: "value" | "received", property: string, dataset: string) =>
    ["zfs", "get", "-Hp", "-o", column, property, dataset] as const;
/** Some properties of the datasets named after it, for `parseMany`. */
export const getMany = (properties: readonly string[]) =>
    ["zfs", "get", "-Hp", "-o", MANY_COLUMNS, properties.join(",")] as const;
/** A property of datasets and of all that lies below them, for `parseMany`. */
export const getBelow = (property: string, ...datasets: readonly string[]) =>
    [
        ...["zfs", "get", "-Hp", "-r", "-t", "filesystem,volume"],
        ...["-o", MANY_COLUMNS, property, ...datasets],
    ] as const;

/** The root dataset of every pool, for `parseRoots`. */
export const LIST_ROOTS = ["zfs", "list", "-Hp", "-d", "0", "-o", ROOT_COLUMNS.join(",")] as const;

/**
 * All filesystems and volumes of all pools, for `parseDatasets`. What ZFS has for each of them in one go costs nothing
 * more by column. It leaves out, without a word, those of a SUSPENDED pool.
 *
 * @param hasSnapshotsChanged whether this ZFS knows that column (2.2)
 */
export const listDatasets = (hasSnapshotsChanged: boolean) =>
    [
        ...["zfs", "list", "-Hp", "-t", "filesystem,volume"],
        ...["-o", datasetColumns(hasSnapshotsChanged).join(",")],
    ] as const;

/** What is mounted and unmounted of ZFS, a line each, as long as it runs. */
export const FOLLOW_MOUNTS = "findmnt --poll --noheadings -t zfs -o ACTION,SOURCE,TARGET".split(" ");

/** All snapshots of the pool named after it, for `parseIdentities`; from 2.2 on without reading each snapshot. */
export const LIST_SNAPSHOTS = "zfs list -Hp -r -t snapshot -o name,guid -s name".split(" ");

/** The snapshots of the filesystem named after it alone, the newest first: full names. */
export const LIST_OWN_SNAPSHOTS = "zfs list -Hp -t snapshot -d 1 -o name -S createtxg".split(" ");
/** The snapshots of one dataset alone with what they take, the oldest first, for `SnapshotsParser`. */
export const snapshotsOf = (dataset: string) =>
    [
        ...["zfs", "list", "-Hp", "-t", "snapshot", "-d", "1"],
        ...["-o", SNAPSHOT_COLUMNS.join(","), "-s", "createtxg", dataset],
    ] as const;

/** A file in snapshots of its filesystem, for `parseCopies`; as root. */
export const copies = (mountpoint: string, path: string, snapshots: readonly string[]) =>
    ["zfsadmin", "copies", mountpoint, path, ...snapshots] as const;

/** The pools that could be imported, for `parseImport`. */
export const importable = (search: ImportSearch) => ["zpool", "import", ...searchOptions(search)] as const;

/** What was ever done to a pool, for `HistoryReader`; as root. */
export const history = (pool: string) => ["zpool", "history", "-il", pool] as const;

/** What each pool reads and writes, every so many seconds, for `parseIoSample`. */
export const iostat = (seconds: number) => ["zpool", "iostat", "-Hp", String(seconds)] as const;

/** Of the tools and of the loaded module, for `parseVersion`. */
export const VERSION = ["zfs", "version"] as const;

/** What the loaded module knows of features and properties, a small file a line, for `parseModule`. */
export const MODULE = [
    ..."find /sys/module/zfs -mindepth 3 -maxdepth 3 -type f".split(" "),
    ...["(", "-path", "*/features.pool/*", "-o", "-path", "*/properties.*", ")"],
    ...["-exec", "grep", "-H", "", "{}", "+"],
] as const;

/** The imported pools by the kernel's own word, a small file a line, for `parseKernelPools`. No command of ZFS is asked. */
export const KERNEL_POOLS = [
    ..."find /proc/spl/kstat/zfs -mindepth 2 -maxdepth 2".split(" "),
    ...["(", "-name", "state", "-o", "-name", "guid", ")"],
    ...["-exec", "grep", "-H", "", "{}", "+"],
] as const;

/** Which systems and boot loaders know which features, by the files in a folder, for `parseCompatibility`. */
export const compatibilityFiles = (folder: "/etc/zfs" | "/usr/share/zfs") =>
    [
        ...["find", "-L", `${folder}/compatibility.d`, "-type", "f"],
        ...["-exec", "grep", "-H", "", "{}", "+"],
    ] as const;

/** What removing a vdev would cost, for `parseRemovalEstimate`; the pool and the guid of the vdev follow. */
export const REMOVAL_ESTIMATE = ["zpool", "remove", "-np"] as const;

/** Who may do what on a dataset, and on those above it, for `parseAllow`. Anybody may ask. */
export const delegations = (dataset: string) => ["zfs", "allow", dataset] as const;

/** All that can be delegated, for `parsePermissions`. */
export const PERMISSIONS = ["zfs", "allow", "-h"] as const;

/**
 * What each user, group or project takes of a filesystem, for `parseSpaceBy`; as root, or with `userused` and its like
 * delegated.
 *
 * @param isNumeric numbers in the place of names; of projects there is nothing else
 */
export const spaceBy = (kind: AccountKind, dataset: string, isNumeric: boolean) =>
    [
        ...["zfs", `${kind}space`, isNumeric && kind !== "project" ? "-Hpn" : "-Hp"],
        ...["-o", SPACE_COLUMNS.join(","), dataset],
    ] as const;

/** The property that says how much each user, group or project may take for which nothing else is said (2.4). */
export const defaultQuota = (kind: AccountKind, resource: Resource): string =>
    `default${kind}${resource === "objects" ? "obj" : ""}quota`;

/** The six of a filesystem, for `parseGet`. */
export const defaultQuotas = (dataset: string) =>
    [
        ...["zfs", "get", "-Hp", "-o", GET_COLUMNS],
        (["user", "group", "project"] as const)
            .flatMap((kind) => [defaultQuota(kind, "bytes"), defaultQuota(kind, "objects")])
            .join(","),
        dataset,
    ] as const;

/** What the system knows of a user or group; it fails with exit status 2 where it knows none. getent(1). */
export const findAccount = (kind: "user" | "group", name: string) =>
    ["getent", kind === "user" ? "passwd" : "group", "--", name] as const;

/** The names of the groups of a user, a zero byte behind each. id(1). */
export const groupsOf = (user: string) => ["id", "-Gnz", "--", user] as const;

/** The guid of the dataset, for `parseGet`. */
export const guidOf = (dataset: string) => ["zfs", "get", "-Hp", "-o", GET_COLUMNS, "guid", dataset] as const;
