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
    "zoned",
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
    const parser = new DatasetsParser();
    parser.add(text);
    return parser.end();
}

/** Reads the same in pieces, cut anywhere, so that little is left to do when the last of them has come. */
export class DatasetsParser {
    readonly #datasets: Dataset[] = [];
    readonly #guids = new Guids();
    /** What is not read yet. */
    #rest = "";
    #linesBefore = 0;

    add(piece: string): void {
        this.#rest += piece;
        this.#readOn();
    }

    /**
     * The datasets, when there is no more to come.
     *
     * @throws ParseError
     */
    end(): readonly Dataset[] {
        const problem = this.#readOn();
        if (problem === undefined) return this.#datasets;
        const [line = ""] = this.#rest.slice(0, 500).split("\n", 1);
        throw new ParseError(problem, line, this.#linesBefore + 1);
    }

    /** Reads the datasets that have come in full. Gives why the rest is none, which may change with the next piece. */
    #readOn(): string | undefined {
        let start = 0;
        let problem: string | undefined;
        while (start < this.#rest.length && problem === undefined) {
            const found = this.#readOne(start);
            if (typeof found === "string") problem = found;
            else start = found;
        }
        this.#linesBefore += this.#rest.slice(0, start).split("\n").length - 1;
        this.#rest = this.#rest.slice(start);
        return problem;
    }

    /** Reads a dataset, and gives where the next one begins; or why there is none. */
    #readOne(start: number): number | string {
        const text = this.#rest;
        const nameEnd = text.indexOf("\t", start);
        const guidEnd = text.indexOf("\t", nameEnd + 1);
        const name = text.slice(start, Math.max(nameEnd, start));
        const guid = text.slice(nameEnd + 1, Math.max(guidEnd, nameEnd + 1));
        if (name === "" || name.includes("\n") || !isGuid(guid)) return "no beginning of a dataset";
        const end = text.indexOf(`\t${guid}\n`, guidEnd);
        if (end < 0) return "a dataset without an end";
        const values = text.slice(guidEnd + 1, end).split(`\t${guid}\t`);
        const plain = values[0]?.split("\t") ?? [];
        const later = plain.length - PLAIN.length;
        if (values.length !== 1 + FREE.length || (later !== 0 && later !== 1))
            return `not the ${datasetColumns(later === 1).length} columns of a dataset`;
        if (!this.#guids.add(name, guid)) return "a dataset that was there before";
        this.#datasets.push(toDataset(name, guid, plain, values));
        return end + guid.length + 2;
    }
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
        zoned = "",
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
        zoned: SWITCH.get(zoned),
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
