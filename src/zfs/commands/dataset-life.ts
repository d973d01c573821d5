// Datasets come, go, and change their names. None of it is forced: what stands in the way is told instead.
import { poolOf } from "../dataset.ts";
import type { DestroyTarget } from "../destroy-plan.ts";
import type { Setting } from "../pool-options.ts";

import type { Command, TriedCommand } from "./command.ts";
import { ofDataset, operand } from "./command.ts";
import type { Identity } from "./expect.ts";
import { identity } from "./expect.ts";

/** How a dataset is created. */
export interface NewDataset {
    /** In full. */
    readonly name: string;
    readonly settings: readonly Setting[];
    /** Bytes of a volume; undefined makes a filesystem. */
    readonly size?: bigint | undefined;
    /** No space is reserved for the volume. */
    readonly isSparse: boolean;
    /** Creates what is missing above it, too. */
    readonly withParents: boolean;
    /** A key follows as the secret. */
    readonly hasSecret: boolean;
}

/**
 * Creates a filesystem or volume. zfs-create(8).
 *
 * @param above the dataset in which it will lie; with parents that are missing, the last one that is there
 */
export function createDataset(above: Identity, options: NewDataset): TriedCommand {
    const { name, settings, size, isSparse, withParents, hasSecret } = options;
    const words = [
        ...(withParents ? ["-p"] : []),
        ...(size !== undefined && isSparse ? ["-s"] : []),
        ...settings.flatMap(([property, value]) => ["-o", `${operand(property)}=${value}`]),
        ...(size === undefined ? [] : ["-V", String(size)]),
        operand(name),
    ];
    return {
        argv: ["zfs", "create", ...words],
        dryRun: ["zfs", "create", "-nvP", ...words],
        secret: hasSecret ? "stdin" : undefined,
        danger: "none",
        purpose: { kind: "createDataset", dataset: name },
        expect: ofDataset(above).expect,
        touches: [{ pool: poolOf(name), dataset: name }],
    };
}

/**
 * Destroys a dataset with all that lies in it, if that is still what the person was told, down to each snapshot.
 * zfs-destroy(8).
 */
export function destroyDataset({ dataset, others, snapshots }: DestroyTarget): Command {
    const { name } = dataset;
    const isAlone = others.length + snapshots.length === 0;
    return {
        argv: ["zfs", "destroy", ...(isAlone ? [] : ["-r"]), operand(name)],
        danger: "destructive",
        purpose: { kind: "destroyDataset", dataset: name },
        ...ofDataset(dataset, {
            contents: {
                of: name,
                datasets: [dataset, ...others].map(identity),
                snapshots: snapshots.map(identity),
            },
        }),
    };
}

/** How a dataset is renamed. ZFS takes only one of the two. */
export interface RenameOptions {
    /** Creates what is missing above the new name, too. */
    readonly withParents?: boolean | undefined;
    /** Leaves the filesystem mounted where it is, until it is mounted anew. */
    readonly staysMounted?: boolean | undefined;
}

/** Gives a dataset another name, or another place in its pool. zfs-rename(8). */
export const renameDataset = (
    dataset: Identity,
    name: string,
    { withParents = false, staysMounted = false }: RenameOptions = {},
): Command => ({
    argv: [
        ...["zfs", "rename", ...(withParents ? ["-p"] : []), ...(staysMounted ? ["-u"] : [])],
        ...[operand(dataset.name), operand(name)],
    ],
    danger: "disruptive",
    purpose: { kind: "renameDataset", dataset: dataset.name, other: name },
    expect: ofDataset(dataset).expect,
    touches: [...ofDataset(dataset).touches, { pool: poolOf(name), dataset: name }],
});

/**
 * Makes a clone the owner of the snapshots that it shares with its origin. zfs-promote(8).
 *
 * @param snapshots those that the person was told will move; they are expected to be there
 */
export const promoteDataset = (
    dataset: Identity,
    origin: string,
    snapshots: readonly Identity[] = [],
): Command => ({
    argv: ["zfs", "promote", operand(dataset.name)],
    danger: "disruptive",
    purpose: { kind: "promoteDataset", dataset: dataset.name },
    expect: { datasets: [dataset, ...snapshots].map(identity) },
    touches: [...ofDataset(dataset).touches, { pool: poolOf(origin), dataset: origin.replace(/@.*/, "") }],
});

/** How a snapshot is cloned. */
export interface CloneOptions {
    readonly name: string;
    readonly withParents?: boolean | undefined;
    /** It needs 2.4.1. */
    readonly staysUnmounted?: boolean | undefined;
}

/** Makes a dataset that begins with what a snapshot holds. zfs-clone(8). */
export const cloneSnapshot = (
    snapshot: Identity,
    { name, withParents = false, staysUnmounted = false }: CloneOptions,
): Command => ({
    argv: [
        ...["zfs", "clone", ...(withParents ? ["-p"] : []), ...(staysUnmounted ? ["-u"] : [])],
        ...[operand(snapshot.name), operand(name)],
    ],
    danger: "none",
    purpose: { kind: "cloneSnapshot", dataset: name, other: snapshot.name },
    expect: ofDataset(snapshot).expect,
    touches: [{ pool: poolOf(name), dataset: name }],
});
