// Pools and vdevs that are made of disks: the plan of `zfs/layout` in the words of `zpool create` and `zpool add`.
import { seenDisk } from "../disk-choice.ts";
import { parityOfKind, vdevClasses } from "../layout/plan.ts";
import type { PlannedVdev } from "../layout/plan.ts";
import { asksForKey } from "../new-key.ts";
import { poolSettings, rootSettings } from "../pool-options.ts";
import type { PoolOptions, Setting } from "../pool-options.ts";

import type { TriedCommand } from "./command.ts";
import { ofPool, operand } from "./command.ts";
import type { Identity } from "./expect.ts";

/**
 * Makes a pool. Its key, if it is not read from a file, is the secret. zpool-create(8).
 *
 * @param isForced overwrites what is on the disks, without any check by zpool
 */
export function createPool(
    options: PoolOptions,
    vdevs: readonly PlannedVdev[],
    isForced: boolean,
): TriedCommand {
    const words = [
        ...(isForced ? ["-f"] : []),
        ...assignments("-o", poolSettings(options)),
        ...assignments("-O", rootSettings(options)),
        ...(options.mountpoint === "" ? [] : ["-m", operand(options.mountpoint)]),
        operand(options.name),
        ...layoutWords(vdevs),
    ];
    return {
        argv: ["zpool", "create", ...words],
        dryRun: ["zpool", "create", "-n", ...words],
        secret: asksForKey(options.encryption) ? "stdin" : undefined,
        expect: { disks: disksOf(vdevs) },
        danger: "disruptive",
        purpose: { kind: "createPool", pool: options.name },
        touches: [{ pool: options.name }],
    };
}

/**
 * Adds vdevs to a pool. zpool-add(8).
 *
 * @param ashift the exponent of their block size; undefined leaves it to ZFS
 * @param isForced overwrites what is on the disks, without any check by zpool
 */
export function addVdevs(
    pool: Identity,
    vdevs: readonly PlannedVdev[],
    ashift: number | undefined,
    isForced: boolean,
): TriedCommand {
    const words = [
        ...(isForced ? ["-f"] : []),
        ...(ashift === undefined ? [] : assignments("-o", [["ashift", String(ashift)]])),
        operand(pool.name),
        ...layoutWords(vdevs),
    ];
    return {
        argv: ["zpool", "add", ...words],
        dryRun: ["zpool", "add", "-n", ...words],
        danger: "disruptive",
        purpose: { kind: "addVdevs", pool: pool.name },
        ...ofPool(pool, { disks: disksOf(vdevs) }),
    };
}

const assignments = (option: string, settings: readonly Setting[]): readonly string[] =>
    settings.flatMap(([property, value]) => [option, `${property}=${value}`]);

const disksOf = (vdevs: readonly PlannedVdev[]) => vdevs.flatMap(({ disks }) => disks.map(seenDisk));

/** The vdevs as operands: data, then a word for each other class with what belongs to it. */
function layoutWords(vdevs: readonly PlannedVdev[]): readonly string[] {
    return vdevClasses.flatMap((vdevClass) => {
        const own = vdevs.filter((vdev) => vdev.class === vdevClass);
        // a disk alone stands before the groups: behind one it would be a part of it
        const single = own.filter(({ kind }) => kind === "stripe");
        const groups = own.filter(({ kind }) => kind !== "stripe");
        const title = vdevClass === "data" || own.length === 0 ? [] : [vdevClass];
        return [...title, ...[...single, ...groups].flatMap(vdevWords)];
    });
}

const vdevWords = (vdev: PlannedVdev): readonly string[] => [
    ...(vdev.kind === "stripe" ? [] : [vdevTitle(vdev)]),
    ...vdev.disks.map((disk) => operand(seenDisk(disk).path)),
];

/** What zpool calls a vdev: "mirror", "raidz2", "draid2:4d:9c:1s". */
const vdevTitle = ({ kind, draid, disks }: PlannedVdev): string =>
    draid ? `draid${parityOfKind(kind)}:${draid.data}d:${disks.length}c:${draid.spares}s` : kind;
