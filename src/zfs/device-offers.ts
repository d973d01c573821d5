/*
 * What can be done to the devices of a pool now, and why not. An action that has no meaning for a device is not
 * offered at all; one that is possible at another time is, with what stands in its way. What only ZFS knows, above
 * all which data is on which device, it says itself when the command runs.
 */
import type { DeviceChange } from "./commands/command.ts";
import type { DeviceWork, Pool, Vdev } from "./model.ts";
import { canSpare, isWhole, raidzOrDraid } from "./redundancy.ts";
import type { DevicePlace } from "./redundancy.ts";
import { leaves } from "./vdevs.ts";

/** Something done to a device, or to all devices of a pool; to widen a raidz is to attach a disk to it. */
export type DeviceAction = DeviceChange | "widen";

/** Why something cannot be done now. */
export type DeviceObstacle =
    | "noErrors"
    | "lastCopy"
    | "checkpoint"
    | "discarding"
    | "removing"
    | "expanding"
    | "lastVdev"
    | "raidz"
    | "spareInUse"
    | "notOnline"
    | "trimUnsupported";

/** An action, and what stands in its way. */
export interface DeviceOffer {
    readonly action: DeviceAction;
    readonly obstacle?: DeviceObstacle | undefined;
    /** The feature of the pool without which ZFS refuses it. spa_vdev_attach(), spa_vdev_remove_top_check() */
    readonly feature?: "raidz_expansion" | "device_removal";
}

/**
 * What can be done to all devices of a pool at once.
 *
 * @param isStuck it is suspended, silent or hung, which its status may not say
 */
export function poolOffers(pool: Pool, isStuck = false): readonly DeviceOffer[] {
    const devices = leaves(pool).filter(isInUse);
    return [
        { action: "clear", obstacle: isStuck || hasErrors(pool) ? undefined : "noErrors" },
        ...workOffers(
            trimActions,
            devices.map(({ trim }) => trim),
        ),
        ...workOffers(
            initializeActions,
            devices.map(({ initialize }) => initialize),
        ),
        { action: "reopen" },
        ...(pool.removal?.state === "inProgress" ? [{ action: "stopRemove" as const }] : []),
    ];
}

/** What can be done to one device, or to a group of devices. */
export function deviceOffers(pool: Pool, place: DevicePlace): readonly DeviceOffer[] {
    const { vdev, section } = place;
    if (vdev.guid === undefined) return [];
    if (section === "spares") return vdev.kind === "dspare" ? [] : [spareRemoval(pool, vdev)];
    if (vdev.children.length > 0) return [...groupOffers(pool, vdev), ...removeOffers(pool, place)];
    if (vdev.kind === "dspare") return detachOffers(pool, place);
    if (vdev.kind !== "disk" && vdev.kind !== "file" && vdev.kind !== undefined) return [];
    const offers = section === "cache" ? [clearOffer(vdev)] : leafOffers(pool, place);
    return [...offers, ...removeOffers(pool, place)];
}

function groupOffers(pool: Pool, vdev: Vdev): readonly DeviceOffer[] {
    if (vdev.kind === "mirror") {
        const obstacle = layoutObstacle(pool) ?? (attachTarget(vdev) ? undefined : "notOnline");
        return [{ action: "attach", obstacle }];
    }
    return vdev.kind === "raidz"
        ? [{ action: "widen", obstacle: layoutObstacle(pool), feature: "raidz_expansion" }]
        : [];
}

/** The vdev that `zpool attach` is told so that a disk comes beside it: of a mirror one of its disks. */
export const attachTarget = (vdev: Vdev): Vdev | undefined =>
    vdev.kind === "mirror" && vdev.children.length > 0
        ? vdev.children.find((child) => child.children.length === 0 && isWhole(child))
        : vdev;

function leafOffers(pool: Pool, place: DevicePlace): readonly DeviceOffer[] {
    const { vdev, above } = place;
    const works: readonly DeviceOffer[] = isInUse(vdev)
        ? [...workOffers(trimActions, [vdev.trim]), ...workOffers(initializeActions, [vdev.initialize])]
        : [
              { action: "startTrim", obstacle: "notOnline" },
              { action: "startInitialize", obstacle: "notOnline" },
          ];
    return [
        ...(vdev.state === "ONLINE" ? [] : [{ action: "online" as const }]),
        ...(vdev.state === "OFFLINE"
            ? []
            : [
                  {
                      action: "offline" as const,
                      obstacle: canSpare(place) ? undefined : ("lastCopy" as const),
                  },
              ]),
        ...((vdev.space?.expandable ?? 0n) > 0n ? [{ action: "expand" as const }] : []),
        clearOffer(vdev),
        ...replaceOffers(pool, place),
        ...(above.length === 0 ? [{ action: "attach" as const, obstacle: layoutObstacle(pool) }] : []),
        ...detachOffers(pool, place),
        ...works,
    ];
}

const isInUse = ({ state }: Vdev): boolean => state === "ONLINE" || state === "DEGRADED";

/** Half of a replacement is not replaced but detached, and so is a spare in use. */
const replaceOffers = (pool: Pool, place: DevicePlace): readonly DeviceOffer[] =>
    place.above.at(-1)?.kind === "replacing" || isNewcomer(place)
        ? []
        : [{ action: "replace", obstacle: layoutObstacle(pool) }];

function detachOffers(pool: Pool, place: DevicePlace): readonly DeviceOffer[] {
    const parent = place.above.at(-1);
    if (parent === undefined || !["mirror", "replacing", "spare"].includes(parent.kind ?? "")) return [];
    const isNeeded = isInUse(place.vdev) && !isNewcomer(place) && !canSpare(place);
    return [{ action: "detach", obstacle: checkpointObstacle(pool) ?? (isNeeded ? "lastCopy" : undefined) }];
}

const spareRemoval = (pool: Pool, { state }: Vdev): DeviceOffer => ({
    action: "remove",
    obstacle: checkpointObstacle(pool) ?? (state === "INUSE" ? "spareInUse" : undefined),
});

/**
 * Data is removed by copying it, which ZFS does from and to mirrors and single disks. With a checkpoint nothing is
 * removed, whatever its class. spa_vdev_remove(), spa_vdev_remove_top_check()
 */
function removeOffers(pool: Pool, { vdev, above, section }: DevicePlace): readonly DeviceOffer[] {
    if (above.length > 0 || raidzOrDraid(vdev)) return [];
    if (section === "logs" || section === "cache")
        return [{ action: "remove", obstacle: checkpointObstacle(pool) }];
    const data = pool.root.children.filter(({ kind }) => kind !== "indirect" && kind !== "hole");
    const isLast = section === undefined && data.length === 1;
    const obstacle = isLast ? "lastVdev" : data.some(raidzOrDraid) ? "raidz" : layoutObstacle(pool);
    return [{ action: "remove", obstacle, feature: "device_removal" }];
}

/** Whether it is the later half of a replacement or spare, which the earlier half can do without. */
export function isNewcomer({ vdev, above }: DevicePlace): boolean {
    const parent = above.at(-1);
    return (parent?.kind === "replacing" || parent?.kind === "spare") && vdev !== parent.children[0];
}

const clearOffer = (vdev: Vdev): DeviceOffer => ({
    action: "clear",
    obstacle: hasDeviceErrors(vdev) ? undefined : "noErrors",
});

const hasDeviceErrors = ({ state, errors }: Vdev): boolean =>
    ["FAULTED", "DEGRADED"].includes(state ?? "") ||
    [errors?.read, errors?.write, errors?.checksum].some((count) => count !== undefined && count > 0);

const hasErrors = (pool: Pool): boolean =>
    pool.state !== "ONLINE" || pool.errors?.kind !== "none" || leaves(pool).some(hasDeviceErrors);

/** What ZFS refuses to change the layout for: spa_vdev_attach() in spa.c. */
const layoutObstacle = (pool: Pool): DeviceObstacle | undefined =>
    checkpointObstacle(pool) ??
    (pool.removal?.state === "inProgress"
        ? "removing"
        : pool.expansion?.state === "inProgress"
          ? "expanding"
          : undefined);

const checkpointObstacle = ({ checkpoint }: Pool): DeviceObstacle | undefined =>
    checkpoint && (checkpoint.state === "discarding" ? "discarding" : "checkpoint");

interface WorkActions {
    readonly start: DeviceAction;
    readonly resume: DeviceAction;
    readonly pause: DeviceAction;
    readonly stop: DeviceAction;
    /** Lets what is complete be done again. */
    readonly forget?: DeviceAction;
}

const trimActions: WorkActions = {
    start: "startTrim",
    resume: "resumeTrim",
    pause: "pauseTrim",
    stop: "stopTrim",
};

const initializeActions: WorkActions = {
    start: "startInitialize",
    resume: "resumeInitialize",
    pause: "pauseInitialize",
    stop: "stopInitialize",
    forget: "uninitialize",
};

/** What can be done about the trims or the initializations of some devices. */
function workOffers(
    { start, resume, pause, stop, forget }: WorkActions,
    works: readonly (DeviceWork | undefined)[],
): readonly DeviceOffer[] {
    const isAny = (state: DeviceWork["state"]) => works.some((work) => work?.state === state);
    if (isAny("active")) return [{ action: pause }, { action: stop }];
    if (isAny("suspended")) return [{ action: resume }, { action: stop }];
    if (works.length === 0) return [{ action: start, obstacle: "notOnline" }];
    const isUnsupported = works.every((work) => work?.state === "unsupported");
    return [
        { action: start, obstacle: isUnsupported ? "trimUnsupported" : undefined },
        ...(forget && isAny("complete") ? [{ action: forget }] : []),
    ];
}
