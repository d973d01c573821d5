import type { DeviceWork, Scan, Section, State, Vdev } from "../../model.ts";
import { AUX_BY_WORD } from "../aux-texts.ts";
import type { Fields } from "../fields.ts";
import { isRecord } from "../fields.ts";

/** Keys of the sections, in the order of the text form, and what the text form calls them. */
const SECTIONS = [
    ["dedup", "dedup"],
    ["special", "special"],
    ["logs", "logs"],
    ["l2cache", "cache"],
    ["spares", "spares"],
] as const;

/** What the text form calls a device that cannot be opened, by the reason; UNAVAIL for all others. */
const CANT_OPEN_BY_AUX: ReadonlyMap<string, State> = new Map([
    ["CORRUPT_DATA", "FAULTED"],
    ["BAD_LOG", "FAULTED"],
    ["SPLIT_POOL", "SPLIT"],
]);

const WORK_BY_WORD: ReadonlyMap<string, DeviceWork["state"]> = new Map([
    ["UNINITIALIZED", "none"],
    ["UNTRIMMED", "none"],
    ["NONE", "none"],
    ["CANCELED", "none"],
    ["ACTIVE", "active"],
    ["SUSPENDED", "suspended"],
    ["COMPLETE", "complete"],
]);

/** Reads the device tree of a pool: its own row with the data vdevs. */
export function readRoot(pool: Fields, scan: Scan | undefined): Vdev {
    const [root, second] = pool.objects("vdevs");
    if (root === undefined) return pool.fail("a pool without its devices");
    if (second !== undefined) return pool.fail("no device tree (--json-flat-vdevs?)");
    return readVdev(root, scan);
}

/**
 * Reads the vdevs of the other classes.
 * @param unknown keys of the pool that may hold a class of a later version, which keeps that word
 */
export function readSections(
    pool: Fields,
    unknown: readonly string[],
    scan: Scan | undefined,
): readonly Section[] {
    const others = unknown.filter((key) => holdsVdevs(pool, key)).map((key) => [key, key] as const);
    return [...SECTIONS.filter(([key]) => pool.has(key)), ...others].map(([key, kind]) => ({
        kind,
        vdevs: pool.objects(key).map((vdev) => readVdev(vdev, scan)),
    }));
}

/** What all vdevs have; what tells of one's rebuild has no counters. */
const VDEV_KEYS = ["name", "guid", "read_errors"];

/** Whether there are vdevs behind a key, whatever it is. */
export function holdsVdevs(pool: Fields, key: string): boolean {
    const value = pool.raw(key);
    if (!isRecord(value)) return false;
    const items = Object.values(value);
    return (
        items.length > 0 && items.every((item) => isRecord(item) && VDEV_KEYS.every((each) => each in item))
    );
}

function readVdev(fields: Fields, scan: Scan | undefined): Vdev {
    const word = fields.text("state");
    const auxWord = fields.text("aux");
    const children = fields.objects("vdevs").map((child) => readVdev(child, scan));
    return {
        name: fields.required("name", "a vdev"),
        kind: fields.text("vdev_type"),
        guid: fields.text("guid"),
        path: fields.text("path"),
        physPath: fields.text("phys_path"),
        devid: fields.text("devid"),
        state: vdevState(word, auxWord),
        errors: readErrors(fields),
        slowIos: fields.count("slow_ios"),
        directIoErrors: fields.count("dio_verify_errors"),
        power: fields.text("power_state"),
        aux: auxWord === undefined ? undefined : (AUX_BY_WORD.get(auxWord) ?? auxWord),
        was: fields.text("was"),
        usedBy: fields.text("used_by"),
        activity: children.length === 0 ? readActivity(fields, scan) : undefined,
        removing: fields.flag("removing"),
        nonAllocating: fields.flag("noalloc"),
        blockSize: readBlockSize(fields),
        initialize: readWork(fields, "init_state", "initialized", "to_initialize", "init_time"),
        trim: fields.flag("trim_notsup")
            ? { state: "unsupported" }
            : readWork(fields, "trim_state", "trimmed", "to_trim", "trim_time"),
        space: {
            size: fields.bytes("total_space"),
            allocated: fields.bytes("alloc_space"),
            expandable: fields.bytes("ex_dev_size"),
            physical: fields.bytes("phys_space"),
        },
        notes: [],
        children,
    };
}

/** Where the two forms have different words, those of the text form are kept. zpool_state_to_name(). */
function vdevState(word: string | undefined, auxWord: string | undefined): State | undefined {
    if (word === "CANT_OPEN") return CANT_OPEN_BY_AUX.get(auxWord ?? "") ?? "UNAVAIL";
    return word === "CLOSED" ? "OFFLINE" : word;
}

function readErrors(fields: Fields) {
    if (!fields.has("read_errors")) return undefined;
    return {
        read: fields.count("read_errors"),
        write: fields.count("write_errors"),
        checksum: fields.count("checksum_errors"),
    };
}

/** The text form's "(resilvering)" is not in the JSON; it follows from the scan as print_status_config() has it. */
function readActivity(fields: Fields, scan: Scan | undefined): Vdev["activity"] {
    if (scan?.state !== "inProgress" && scan?.state !== "paused") return undefined;
    if (fields.flag("resilver_deferred")) return "awaiting resilver";
    if (!fields.flag("scan_processed") || fields.text("state") !== "ONLINE") return undefined;
    return scan.kind === "scrub" ? "repairing" : "resilvering";
}

function readBlockSize(fields: Fields): Vdev["blockSize"] {
    const configured = fields.count("configured_ashift");
    const native = fields.count("physical_ashift");
    if (configured === undefined || native === undefined || configured >= native) return undefined;
    return { configured: 1n << BigInt(configured), native: 1n << BigInt(native) };
}

function readWork(
    fields: Fields,
    stateKey: string,
    doneKey: string,
    totalKey: string,
    timeKey: string,
): DeviceWork | undefined {
    const word = fields.text(stateKey);
    if (word === undefined) return undefined;
    const state = WORK_BY_WORD.get(word) ?? word;
    if (state === "none") return { state };
    return { state, percent: workPercent(state, fields, doneKey, totalKey), time: fields.time(timeKey) };
}

/** As the text form counts; a finished trim has 100 % although free space was smaller at its end. */
function workPercent(state: string, fields: Fields, doneKey: string, totalKey: string): number | undefined {
    if (state === "complete") return 100;
    const done = fields.bytes(doneKey);
    const total = fields.bytes(totalKey);
    return done === undefined || total === undefined ? undefined : Number((done * 100n) / (total + 1n));
}
