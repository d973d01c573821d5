import type { Command, Danger, DeviceChange } from "./command.ts";
import { ofPool, operand } from "./command.ts";
import type { Expect, Identity, PlacedDevice, SeenDisk } from "./expect.ts";

/*
 * What is done to a device of a pool. The device is named by its guid, which no other has, so that its name in /dev
 * may change meanwhile; its name is only for people. Builders that may leave the device out are then for all devices
 * of the pool. What depends on the other devices around it expects these as they were seen: of a mirror with three
 * disks, two persons may each want to give up another one.
 */

/** A change of a device, or of all devices of a pool. */
interface DeviceCommand {
    readonly kind: DeviceChange;
    /** `zpool` subcommand and its options. */
    readonly words: readonly string[];
    readonly pool: Identity;
    readonly device?: Identity | undefined;
    readonly danger?: Danger;
    /** Besides the pool. */
    readonly expect?: Expect | undefined;
}

const command = ({ kind, words, pool, device, danger = "none", expect }: DeviceCommand): Command => ({
    argv: ["zpool", ...words, operand(pool.name), ...(device ? [operand(device.guid)] : [])],
    danger,
    purpose: { kind, pool: pool.name, device: device?.name ?? pool.name },
    ...ofPool(pool, expect),
});

/** The same, if all is as it was seen around the device. */
function asSeen(parts: DeviceCommand & { readonly device: PlacedDevice }): Command {
    const { within } = parts.device;
    return command({ ...parts, expect: within && { vdevs: [within] } });
}

/**
 * Takes a device out of use. zpool-offline(8).
 *
 * @param untilRestart or until the pool is imported again; if not, until it is brought online
 */
export const offlineDevice = (pool: Identity, device: PlacedDevice, untilRestart: boolean): Command =>
    asSeen({
        kind: "offline",
        words: ["offline", ...(untilRestart ? ["-t"] : [])],
        pool,
        device,
        danger: "disruptive",
    });

/** Takes a device into use again; what it missed is written to it. zpool-online(8). */
export const onlineDevice = (pool: Identity, device: Identity): Command =>
    command({ kind: "online", words: ["online"], pool, device });

/** Lets a device use all of a disk that has become larger, which cannot be undone. zpool-online(8). */
export const expandDevice = (pool: Identity, device: Identity): Command =>
    command({ kind: "expand", words: ["online", "-e"], pool, device, danger: "disruptive" });

/** Forgets the errors of a device, and tries again what failed. zpool-clear(8). */
export const clearErrors = (pool: Identity, device?: Identity): Command =>
    command({ kind: "clear", words: ["clear"], pool, device });

/** Takes a device out of a mirror, a replacement or the use of a spare, for good. zpool-detach(8). */
export const detachDevice = (pool: Identity, device: PlacedDevice): Command =>
    asSeen({ kind: "detach", words: ["detach"], pool, device, danger: "disruptive" });

/**
 * Takes a device out of a pool: a spare, cache or log at once, data after it was copied to the others.
 * zpool-remove(8).
 */
export const removeDevice = (pool: Identity, device: PlacedDevice): Command =>
    asSeen({ kind: "remove", words: ["remove"], pool, device, danger: "disruptive" });

/** Cancels the removal of a device with data: all stays where it was. */
export const stopRemove = (pool: Identity): Command =>
    command({ kind: "stopRemove", words: ["remove", "-s"], pool, danger: "disruptive" });

/**
 * Tells devices which of their space is free. zpool-trim(8).
 *
 * @param rate bytes a second on each device as `zpool trim` takes it ("100M"); undefined for no limit
 */
export const startTrim = (pool: Identity, device?: Identity, rate?: string): Command =>
    command({ kind: "startTrim", words: ["trim", ...(rate ? ["-r", rate] : [])], pool, device });

/** What is done in the same way to a device or to all of a pool. */
const plainly =
    (kind: DeviceChange, ...words: readonly string[]) =>
    (pool: Identity, device?: Identity): Command =>
        command({ kind, words, pool, device });

/** Goes on with a trim from where it was, at its rate. */
export const resumeTrim = plainly("resumeTrim", "trim");
export const pauseTrim = plainly("pauseTrim", "trim", "-s");
export const stopTrim = plainly("stopTrim", "trim", "-c");

/** Writes to all free space once. zpool-initialize(8). */
export const startInitialize = (pool: Identity, device?: Identity): Command =>
    command({ kind: "startInitialize", words: ["initialize"], pool, device, danger: "disruptive" });

/** Goes on with it from where it was. */
export const resumeInitialize = plainly("resumeInitialize", "initialize");
export const pauseInitialize = plainly("pauseInitialize", "initialize", "-s");
export const stopInitialize = plainly("stopInitialize", "initialize", "-c");

/** Forgets that devices are initialized, so that it can be done again. It needs 2.2. */
export const uninitialize = plainly("uninitialize", "initialize", "-u");

/** How a disk gets its data. */
export interface FillOptions {
    /** In the order of the disk, without checking; a scrub follows. Not for raidz. */
    readonly isSequential: boolean;
    /** Overwrites what is on the disk, without any check by zpool. */
    readonly isForced: boolean;
}

const fillOptions = ({ isSequential, isForced }: FillOptions): readonly string[] => [
    ...(isForced ? ["-f"] : []),
    ...(isSequential ? ["-s"] : []),
];

const fill =
    (kind: "replace" | "attach") =>
    (pool: Identity, device: PlacedDevice, disk: SeenDisk, options: FillOptions): Command =>
        withDisk(
            asSeen({ kind, words: [kind, ...fillOptions(options)], pool, device, danger: "disruptive" }),
            disk,
        );

/** Puts a disk in the place of a device, once all data is on it. zpool-replace(8). */
export const replaceDevice = fill("replace");

/** Makes a mirror of a device, or a mirror wider, or a raidz: `device` is a disk, or the raidz. zpool-attach(8). */
export const attachDisk = fill("attach");

/** A hot spare of a pool. */
export interface SpareDevice {
    /** By which name it is given to ZFS. */
    readonly path: string;
    /** Undefined where no disk stands for it. */
    readonly seen?: SeenDisk | undefined;
}

/** Puts a hot spare of the pool in the place of a device, which stays listed beside it. zpool-replace(8). */
export function replaceBySpare(
    pool: Identity,
    device: PlacedDevice,
    { path, seen }: SpareDevice,
    isSequential: boolean,
): Command {
    const words = ["replace", ...fillOptions({ isSequential, isForced: false })];
    const bare = asSeen({ kind: "replace", words, pool, device, danger: "disruptive" });
    return seen ? withDisk(bare, seen) : { ...bare, argv: [...bare.argv, operand(path)] };
}

/** A command that gives a disk to a pool; all that was on the disk is lost. */
const withDisk = (
    { argv, expect, ...rest }: Command,
    { path, serial, size, signatures }: SeenDisk,
): Command => ({
    ...rest,
    argv: [...argv, operand(path)],
    expect: { ...expect, disks: [{ path, serial, size, signatures }] },
});

/** Opens all devices of a pool again, to find those that came back or went. zpool-reopen(8). */
export const reopenDevices = (pool: Identity): Command =>
    command({ kind: "reopen", words: ["reopen"], pool });
