import type { Dataset } from "../dataset.ts";
import type { Bytes } from "../model.ts";
import { count, decimal, exactBytes, setOrUndefined } from "../size.ts";

import { ParseError } from "./parse-error.ts";

/** Columns whose values are numbers, words of ZFS and names: none of them holds a TAB. All exist since 2.1. */
const PLAIN = [
    "type",
    "createtxg",
    "creation",
    "used",
    "available",
    "referenced",
    "usedbydataset",
    "usedbysnapshots",
    "usedbychildren",
    "usedbyrefreservation",
    "logicalused",
    "logicalreferenced",
    "written",
    "compressratio",
    "refcompressratio",
    "quota",
    "refquota",
    "reservation",
    "refreservation",
    "volsize",
    "volblocksize",
    "recordsize",
    "mounted",
    "canmount",
    "readonly",
    "encryption",
    "encryptionroot",
    "keystatus",
    "keyformat",
    "compression",
    "origin",
] as const;

/** The one that came later, with 2.2. */
export const SNAPSHOTS_CHANGED = "snapshots_changed";

/** Columns whose values may hold any characters, also TABs and line ends. */
const FREE = ["keylocation", "sharenfs", "sharesmb", "mountpoint"] as const;

/**
 * Columns of `zfs list -Hp -o …` in the order in which `parseDatasets` reads them. The dataset's guid stands again
 * before, between and behind the values that may hold anything, since nothing else would tell where they end.
 *
 * @param hasSnapshotsChanged whether this ZFS knows `SNAPSHOTS_CHANGED`
 */
export const datasetColumns = (hasSnapshotsChanged: boolean): readonly string[] => [
    ...["name", "guid", ...PLAIN, ...(hasSnapshotsChanged ? [SNAPSHOTS_CHANGED] : [])],
    ...FREE.flatMap((column) => ["guid", column]),
    "guid",
];

const isGuid = (text: string): boolean => /^\d{1,20}$/.test(text);

/**
 * Reads `zfs list -Hp -t filesystem,volume -o` with `datasetColumns`. See zfs-list(8). A value that itself holds the
 * guid of its dataset, or a whole record, is refused, never cut at the wrong place.
 *
 * @throws ParseError
 */
export function parseDatasets(text: string): readonly Dataset[] {
    const datasets: Dataset[] = [];
    const guids = new Guids();
    for (let start = 0; start < text.length;) {
        const nameEnd = text.indexOf("\t", start);
        const guidEnd = text.indexOf("\t", nameEnd + 1);
        const name = text.slice(start, Math.max(nameEnd, start));
        const guid = text.slice(nameEnd + 1, Math.max(guidEnd, nameEnd + 1));
        if (name === "" || name.includes("\n") || !isGuid(guid))
            failAt(text, start, "no beginning of a dataset");
        const end = text.indexOf(`\t${guid}\n`, guidEnd);
        if (end < 0) failAt(text, start, "a dataset without an end");
        const values = text.slice(guidEnd + 1, end).split(`\t${guid}\t`);
        const plain = values[0]?.split("\t") ?? [];
        const later = plain.length - PLAIN.length;
        if (values.length !== 1 + FREE.length || (later !== 0 && later !== 1))
            failAt(text, start, `not the ${datasetColumns(later === 1).length} columns of a dataset`);
        datasets.push(toDataset(name, guid, plain, values));
        if (!guids.add(name, guid)) failAt(text, start, "a dataset that was there before");
        start = end + guid.length + 2;
    }
    return datasets;
}

/** The guids that there were, by pool: two pools may have one, after `zpool split`. */
class Guids {
    readonly #pools = new Map<string, Set<string>>();
    #current = new Set<string>();
    #beginning = "/";

    /** Takes a dataset, and says whether its guid is new in its pool. */
    add(name: string, guid: string): boolean {
        if (!name.startsWith(this.#beginning)) {
            const [pool = ""] = name.split("/", 1);
            this.#current = this.#pools.get(pool) ?? new Set();
            this.#pools.set(pool, this.#current);
            this.#beginning = `${pool}/`;
        }
        const { size } = this.#current;
        return this.#current.add(guid).size > size;
    }
}

function toDataset(
    name: string,
    guid: string,
    [
        type = "",
        createtxg = "",
        creation = "",
        used = "",
        available = "",
        referenced = "",
        usedByDataset = "",
        usedBySnapshots = "",
        usedByChildren = "",
        usedByRefreservation = "",
        logicalUsed = "",
        logicalReferenced = "",
        written = "",
        compressRatio = "",
        refCompressRatio = "",
        quota = "",
        refquota = "",
        reservation = "",
        refreservation = "",
        volsize = "",
        volblocksize = "",
        recordsize = "",
        mounted = "",
        canmount = "",
        readonly = "",
        encryption = "",
        encryptionRoot = "",
        keyStatus = "",
        keyFormat = "",
        compression = "",
        origin = "",
        snapshotsChanged = "",
    ]: readonly string[],
    [, keyLocation = "", sharenfs = "", sharesmb = "", mountpoint = ""]: readonly string[],
): Dataset {
    return {
        name,
        type,
        guid,
        createtxg: setOrUndefined(createtxg),
        creation: count(creation),
        used: bytes(used),
        available: bytes(available),
        referenced: bytes(referenced),
        usedByDataset: bytes(usedByDataset),
        usedBySnapshots: bytes(usedBySnapshots),
        usedByChildren: bytes(usedByChildren),
        usedByRefreservation: bytes(usedByRefreservation),
        logicalUsed: bytes(logicalUsed),
        logicalReferenced: bytes(logicalReferenced),
        written: bytes(written),
        compressRatio: ratio(compressRatio),
        refCompressRatio: ratio(refCompressRatio),
        quota: limit(quota),
        refquota: limit(refquota),
        reservation: limit(reservation),
        refreservation: limit(refreservation),
        volsize: bytes(volsize),
        volblocksize: bytes(volblocksize),
        recordsize: bytes(recordsize),
        mounted: SWITCH.get(mounted),
        mountpoint: setOrUndefined(mountpoint),
        canmount: setOrUndefined(canmount),
        readonly: SWITCH.get(readonly),
        sharenfs: setOrUndefined(sharenfs),
        sharesmb: setOrUndefined(sharesmb),
        encryption: setOrUndefined(encryption),
        encryptionRoot: setOrUndefined(encryptionRoot),
        keyStatus: setOrUndefined(keyStatus),
        keyFormat: setOrUndefined(keyFormat),
        keyLocation: setOrUndefined(keyLocation),
        compression: setOrUndefined(compression),
        origin: setOrUndefined(origin),
        snapshotsChanged: count(snapshotsChanged),
    };
}

/** Most sizes of most datasets are nothing. */
const bytes = (text: string): Bytes | undefined =>
    text === "0" ? 0n : text === "-" ? undefined : exactBytes(text);

/** A size of which 0 says that it is not set. */
const limit = (text: string): Bytes | undefined => (text === "0" ? undefined : bytes(text));

/** "1.43", in some versions with an x. */
const ratio = (text: string): number | undefined => decimal(text.replace("x", ""));

const SWITCH: ReadonlyMap<string, boolean> = new Map([
    ["yes", true],
    ["on", true],
    ["no", false],
    ["off", false],
]);

function failAt(text: string, start: number, reason: string): never {
    const line = text.slice(start, start + 500).split("\n", 1)[0] ?? "";
    throw new ParseError(reason, line, text.slice(0, start).split("\n").length);
}
