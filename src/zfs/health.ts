import type { Pool, PoolUsage, Rebuild, Scan, Vdev } from "./model.ts";
import type { DevicePlace } from "./redundancy.ts";

/*
 * What a person would say of a pool. The answer is made of codes and of parts of the model, since the sentence is
 * the page's, which translates it.
 */

/** From best to worst. `info` is nothing to act on. */
const LEVELS = ["ok", "info", "warning", "critical"] as const;
export type Level = (typeof LEVELS)[number];

/** What can be done, for the page to offer. */
export type Advice =
    | "clear"
    | "attachDevice"
    | "bringOnline"
    | "replaceDevice"
    | "restoreFiles"
    | "startScrub"
    | "readStatusAsRoot"
    | "wait"
    | "freeOrAddSpace"
    | "upgradePool"
    | "readArticle";

/** Where a device stands. */
export interface Place extends DevicePlace {
    /** A mirror, a raidz, the pool; undefined for a top-level vdev of another class. */
    readonly parent: Vdev | undefined;
}

export type Reason =
    | { readonly kind: "healthy" }
    | { readonly kind: "suspended" }
    /** A pool that cannot be used, or one in a state that is not known. */
    | { readonly kind: "poolState"; readonly state: string }
    | { readonly kind: "dataErrors"; readonly count: number | undefined }
    | { readonly kind: "dataErrorsUnknown"; readonly words: string }
    | ({ readonly kind: "deviceUnavailable" } & Place)
    | ({ readonly kind: "deviceFaulted" } & Place)
    | ({ readonly kind: "deviceRemoved" } & Place)
    | ({ readonly kind: "deviceOffline" } & Place)
    | ({ readonly kind: "deviceDegraded" } & Place)
    /** A state that is not known. */
    | ({ readonly kind: "deviceState" } & Place)
    /** It works, but has had read, write or checksum errors. */
    | ({ readonly kind: "deviceErrors" } & Place)
    | ({ readonly kind: "spareInUse" } & Place)
    | ({ readonly kind: "blockSize" } & Place)
    | { readonly kind: "resilvering"; readonly scan: Scan | Rebuild }
    /** In percent. */
    | { readonly kind: "lowSpace"; readonly capacity: number }
    | { readonly kind: "upgradable" }
    /** What ZFS itself says and nothing above does. */
    | { readonly kind: "message"; readonly words: string };

export interface Finding {
    readonly level: Level;
    readonly reason: Reason;
    readonly advice: readonly Advice[];
}

/** The worst finding, and all of them, the worst first. */
export interface Health extends Finding {
    readonly findings: readonly Finding[];
}

/** Percent from which a pool is short of space: copy-on-write slows down before a pool is full, later it stops. */
const LOW_SPACE = 80;
const NO_SPACE = 95;

/** Of two findings of one level the more pressing is told first; what is not here comes after these. */
const PRESSING: readonly Reason["kind"][] = [
    "suspended",
    "poolState",
    "dataErrors",
    "deviceFaulted",
    "deviceUnavailable",
    "deviceRemoved",
    "deviceState",
    "deviceDegraded",
    "deviceErrors",
];

const HEALTHY: Finding = { level: "ok", reason: { kind: "healthy" }, advice: [] };

type PlaceKind = Extract<Reason, Place>["kind"];

type Meaning = readonly [PlaceKind, Level, readonly Advice[]];

const WORKING: ReadonlySet<string> = new Set(["ONLINE", "AVAIL"]);
const UNKNOWN_STATE: Meaning = ["deviceState", "warning", []];

/** What a device's state means, how bad it is and what helps. */
const DEVICE_STATES: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
    ["INUSE", ["spareInUse", "info", ["replaceDevice"]]],
    ["UNAVAIL", ["deviceUnavailable", "warning", ["attachDevice", "replaceDevice"]]],
    ["FAULTED", ["deviceFaulted", "warning", ["replaceDevice", "clear"]]],
    ["REMOVED", ["deviceRemoved", "warning", ["attachDevice", "bringOnline", "replaceDevice"]]],
    ["OFFLINE", ["deviceOffline", "warning", ["bringOnline", "replaceDevice"]]],
    ["DEGRADED", ["deviceDegraded", "warning", ["replaceDevice", "clear"]]],
]);

/** Judges a pool by its status and, where it is known, its use of space. */
export function judge(pool: Pool, usage?: PoolUsage): Health {
    const found = [
        ...judgeState(pool, usage),
        ...judgeDataErrors(pool),
        ...allPlaces(pool).flatMap(judgeDevice),
        ...judgeScans(pool),
        ...judgeSpace(usage),
    ];
    const findings = [...found, ...judgeMessage(pool, found)].sort(
        (one, other) =>
            LEVELS.indexOf(other.level) - LEVELS.indexOf(one.level) || urgency(one) - urgency(other),
    );
    return { ...(findings[0] ?? HEALTHY), findings };
}

function urgency({ reason }: Finding): number {
    const place = PRESSING.indexOf(reason.kind);
    return place < 0 ? PRESSING.length : place;
}

/** Only `zpool list` calls a pool suspended in every form: JSON status has the state of its root vdev. */
function judgeState(pool: Pool, usage: PoolUsage | undefined): readonly Finding[] {
    const state = usage?.health === "SUSPENDED" ? usage.health : pool.state;
    if (state === "ONLINE" || state === "DEGRADED") return [];
    if (state === "SUSPENDED")
        return [{ level: "critical", reason: { kind: "suspended" }, advice: ["attachDevice", "clear"] }];
    return [
        { level: "critical", reason: { kind: "poolState", state }, advice: ["attachDevice", "readArticle"] },
    ];
}

function judgeDataErrors({ errors }: Pool): readonly Finding[] {
    switch (errors?.kind) {
        case "count":
        case "list":
            return [damaged(errors.count)];
        case "unavailable":
            if (errors.count !== undefined) return errors.count === 0 ? [] : [damaged(errors.count)];
            return [
                {
                    level: "info",
                    reason: { kind: "dataErrorsUnknown", words: errors.reason },
                    advice: ["readStatusAsRoot"],
                },
            ];
        default:
            return [];
    }
}

function damaged(count: number | undefined): Finding {
    return {
        level: "critical",
        reason: { kind: "dataErrors", count },
        advice: ["restoreFiles", "startScrub"],
    };
}

/** Every device without children, with where it stands. */
function allPlaces(pool: Pool): readonly Place[] {
    return [
        ...pool.root.children.flatMap((vdev) => places({ vdev, parent: pool.root, above: [] })),
        ...pool.sections.flatMap(({ kind, vdevs }) =>
            vdevs.flatMap((vdev) => places({ vdev, parent: undefined, above: [], section: kind })),
        ),
    ];
}

function places(place: Place): readonly Place[] {
    const { vdev, above, section } = place;
    if (vdev.children.length === 0) return [place];
    return vdev.children.flatMap((child) =>
        places({ vdev: child, parent: vdev, above: [...above, vdev], section }),
    );
}

function judgeDevice(place: Place): readonly Finding[] {
    const { state, errors, blockSize } = place.vdev;
    if (state === undefined) return [];
    if (!WORKING.has(state)) {
        const [kind, level, advice] = DEVICE_STATES.get(state) ?? UNKNOWN_STATE;
        return [{ level: isBeingReplaced(place) ? "info" : level, reason: { kind, ...place }, advice }];
    }
    if ([errors?.read, errors?.write, errors?.checksum].some((count) => count !== undefined && count > 0))
        return [
            { level: "warning", reason: { kind: "deviceErrors", ...place }, advice: ["startScrub", "clear"] },
        ];
    if (blockSize !== undefined)
        return [{ level: "info", reason: { kind: "blockSize", ...place }, advice: ["replaceDevice"] }];
    return [];
}

/** The old device of a replacement under way is expected to be gone. */
function isBeingReplaced({ parent }: Place): boolean {
    return parent?.kind === "replacing";
}

function judgeScans({ scan, rebuilds }: Pool): readonly Finding[] {
    const scans: readonly (Scan | Rebuild)[] = scan === undefined ? rebuilds : [scan, ...rebuilds];
    return scans
        .filter(({ kind, state }) => state === "inProgress" && (kind === "resilver" || kind === "rebuild"))
        .map((running) => ({
            level: "info",
            reason: { kind: "resilvering", scan: running },
            advice: ["wait"],
        }));
}

function judgeSpace(usage: PoolUsage | undefined): readonly Finding[] {
    const capacity = usage?.capacity ?? 0;
    const level = spaceLevel(capacity);
    if (level === "ok") return [];
    return [{ level, reason: { kind: "lowSpace", capacity }, advice: ["freeOrAddSpace"] }];
}

/** How bad it is that a pool is full to `capacity` percent. */
export function spaceLevel(capacity: number): Extract<Level, "ok" | "warning" | "critical"> {
    if (capacity < LOW_SPACE) return "ok";
    return capacity < NO_SPACE ? "warning" : "critical";
}

/** What ZFS says of the pool is a finding of its own only when nothing else explains it. */
function judgeMessage({ state, status }: Pool, found: readonly Finding[]): readonly Finding[] {
    const explained = found.some(({ reason }) => reason.kind !== "lowSpace" && reason.kind !== "blockSize");
    if (explained) return [];
    if (status === undefined)
        return state === "ONLINE"
            ? []
            : [{ level: "warning", reason: { kind: "poolState", state }, advice: [] }];
    if (/^(Some supported |The pool is formatted using a(n older|n? legacy) )/.test(status))
        return [{ level: "info", reason: { kind: "upgradable" }, advice: ["upgradePool"] }];
    return [{ level: "warning", reason: { kind: "message", words: status }, advice: ["readArticle"] }];
}
