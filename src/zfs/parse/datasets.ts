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

/** Where each of `PLAIN` stands: objects by name cost a third of the time in which ten thousand lines are read. */
const AT = Object.fromEntries(PLAIN.map((column, index) => [column, index])) as Readonly<
    Record<(typeof PLAIN)[number], number>
>;

const isGuid = (text: string): boolean => /^\d{1,20}$/.test(text);

/**
 * Reads `zfs list -Hp -t filesystem,volume -o` with `datasetColumns`. See zfs-list(8). A value that itself holds the
 * guid of its dataset, or a whole record, is refused, never cut at the wrong place.
 *
 * @throws ParseError
 */
export function parseDatasets(text: string): readonly Dataset[] {
    const datasets: Dataset[] = [];
    const names = new Set<string>();
    const guids = new Set<string>();
    for (let start = 0; start < text.length;) {
        const [name = "", guid = ""] = text.slice(start, start + 400).split("\t", 2);
        if (name === "" || name.includes("\n") || !isGuid(guid))
            failAt(text, start, "no beginning of a dataset");
        const end = text.indexOf(`\t${guid}\n`, start + name.length + 1 + guid.length);
        if (end < 0) failAt(text, start, "a dataset without an end");
        const values = text.slice(start + name.length + guid.length + 2, end).split(`\t${guid}\t`);
        const plain = values[0]?.split("\t") ?? [];
        const later = plain.length - PLAIN.length;
        if (values.length !== 1 + FREE.length || (later !== 0 && later !== 1))
            failAt(text, start, `not the ${datasetColumns(later === 1).length} columns of a dataset`);
        // two pools may have one guid, after `zpool split`
        const identity = `${guid} ${name.split("/", 1)[0]}`;
        if (names.has(name) || guids.has(identity)) failAt(text, start, "a dataset that was there before");
        names.add(name);
        guids.add(identity);
        datasets.push(toDataset(name, guid, plain, values));
        start = end + guid.length + 2;
    }
    return datasets;
}

function toDataset(name: string, guid: string, plain: readonly string[], free: readonly string[]): Dataset {
    const value = (column: (typeof PLAIN)[number]): string => plain[AT[column]] ?? "";
    const text = (column: (typeof PLAIN)[number]) => setOrUndefined(value(column));
    const bytes = (column: (typeof PLAIN)[number]) => exactBytes(value(column));
    const limit = (column: (typeof PLAIN)[number]) => setBytes(value(column));
    const [, keyLocation = "", sharenfs = "", sharesmb = "", mountpoint = ""] = free;
    return {
        name,
        type: value("type"),
        guid,
        createtxg: text("createtxg"),
        creation: count(value("creation")),
        used: bytes("used"),
        available: bytes("available"),
        referenced: bytes("referenced"),
        usedByDataset: bytes("usedbydataset"),
        usedBySnapshots: bytes("usedbysnapshots"),
        usedByChildren: bytes("usedbychildren"),
        usedByRefreservation: bytes("usedbyrefreservation"),
        logicalUsed: bytes("logicalused"),
        logicalReferenced: bytes("logicalreferenced"),
        written: bytes("written"),
        compressRatio: ratio(value("compressratio")),
        refCompressRatio: ratio(value("refcompressratio")),
        quota: limit("quota"),
        refquota: limit("refquota"),
        reservation: limit("reservation"),
        refreservation: limit("refreservation"),
        volsize: bytes("volsize"),
        volblocksize: bytes("volblocksize"),
        recordsize: bytes("recordsize"),
        mounted: yesOrNo(value("mounted")),
        mountpoint: setOrUndefined(mountpoint),
        canmount: text("canmount"),
        readonly: yesOrNo(value("readonly")),
        sharenfs: setOrUndefined(sharenfs),
        sharesmb: setOrUndefined(sharesmb),
        encryption: text("encryption"),
        encryptionRoot: text("encryptionroot"),
        keyStatus: text("keystatus"),
        keyFormat: text("keyformat"),
        keyLocation: setOrUndefined(keyLocation),
        compression: text("compression"),
        origin: text("origin"),
        snapshotsChanged: count(plain[PLAIN.length] ?? ""),
    };
}

/** A size of which 0 says that it is not set. */
const setBytes = (text: string): Bytes | undefined => (text === "0" ? undefined : exactBytes(text));

/** "1.43", in some versions with an x. */
const ratio = (text: string): number | undefined => decimal(text.replace("x", ""));

const SWITCH: ReadonlyMap<string, boolean> = new Map([
    ["yes", true],
    ["on", true],
    ["no", false],
    ["off", false],
]);
const yesOrNo = (text: string): boolean | undefined => SWITCH.get(text);

function failAt(text: string, start: number, reason: string): never {
    const line = text.slice(start, start + 500).split("\n", 1)[0] ?? "";
    throw new ParseError(reason, line, text.slice(0, start).split("\n").length);
}
