// What is asked about a dataset when something is about to be done with it.
import { LIST_CHOICES, REFERENCED, VERSIONS, getInherited, lookInto } from "../zfs/action-reads.ts";
import { inParts } from "../zfs/in-parts.ts";
import { parseGet } from "../zfs/parse/get.ts";
import { parseSnapshotChoices } from "../zfs/parse/snapshot-choices.ts";
import type { SnapshotChoice } from "../zfs/parse/snapshot-choices.ts";
import type { Property } from "../zfs/property.ts";
import { exactBytes } from "../zfs/size.ts";

import { HostError } from "./errors.ts";
import { readAs } from "./read-as.ts";
import { listTimeout, read } from "./read.ts";

/** Milliseconds: there may be a hundred thousand snapshots. */
const patience = 60_000;

/**
 * Those properties of a dataset that one in it would inherit.
 *
 * @throws HostError, UnreadableOutput
 */
export const readInherited = (properties: readonly string[], dataset: string): Promise<readonly Property[]> =>
    readAs(getInherited(properties, dataset), listTimeout, parseGet);

/**
 * The snapshots of one dataset, the oldest first.
 *
 * @throws HostError, UnreadableOutput
 */
export const readSnapshotChoices = (dataset: string): Promise<readonly SnapshotChoice[]> =>
    readAs([...LIST_CHOICES, dataset], patience, parseSnapshotChoices);

/**
 * Bytes to which a snapshot refers.
 *
 * @throws HostError
 */
export const readReferenced = (snapshot: string): Promise<bigint | undefined> =>
    readAs([...REFERENCED, snapshot], listTimeout, (text) => exactBytes(text.trim()));

/**
 * The on-disk versions of a filesystem, the first, and of those that lie in it.
 *
 * @throws HostError
 */
export const readVersions = (dataset: string): Promise<readonly string[]> =>
    readAs([...VERSIONS, dataset], patience, (text) => text.trim().split("\n"));

/**
 * Those of some folders in which something is; one that is not there, or cannot be looked into, is none of them.
 *
 * @throws HostError
 */
export async function fullFolders(folders: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const part of inParts(folders, (folder) => folder)) found.push(...(await lookIntoPart(part)));
    return found;
}

async function lookIntoPart(folders: readonly string[]): Promise<readonly string[]> {
    const pieces: string[] = [];
    try {
        await read(lookInto(folders), listTimeout, undefined, (piece) => pieces.push(piece));
    } catch (error) {
        // what it says of the others counts
        if (!(error instanceof HostError && error.kind === "failed")) throw error;
    }
    const found = new Set(pieces.join("").split("\0"));
    return folders.filter((folder) => found.has(folder));
}
