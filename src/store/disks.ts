import { readDisks } from "../backend/disks.ts";
import { HostError } from "../backend/errors.ts";
import type { Disk } from "../zfs/disk.ts";

import { Store } from "./store.ts";

/** What we know of the host's disks. */
export type DisksState =
    | { readonly kind: "unknown" }
    | { readonly kind: "ready"; readonly disks: readonly Disk[] }
    /** The helper is not installed. */
    | { readonly kind: "absent" }
    | { readonly kind: "failed"; readonly error: Error };

/** The disks of this host, once a page has asked for them. */
export const disks = new Store<DisksState>({ kind: "unknown" });

async function readState(): Promise<DisksState> {
    try {
        return { kind: "ready", disks: await readDisks() };
    } catch (error) {
        if (error instanceof HostError && error.kind === "missing") return { kind: "absent" };
        return { kind: "failed", error: error as Error };
    }
}

/** Asks the host for its disks and puts them in the store: when a page needs them, and when the devices of a pool change. */
export async function refreshDisks(): Promise<void> {
    disks.set(await readState());
}
