/*
 * What a person can change, as data.
 *
 * The builders beside this file are the only place where an argument list that changes something is made. They run
 * nothing: a `Command` is a plain value. So the same value can be shown before it runs, compared in a test, handed to
 * `backend/execute.ts`, and found again in the audit log; none of these can differ from the others, because there is
 * nothing else that they could have taken the argument list from.
 *
 * A command carries what the person saw when deciding (`expect`). The helper looks again just before it runs, and
 * refuses when the world is no longer that one: a pool of the same name may be another pool.
 *
 * Words for people are not here: `purpose` says what a command is for, and `pages/change/command-words.ts` says it in
 * the person's language, as it does for everything else that this folder finds out.
 *
 * Builders check what they are given. Neither `zpool set` nor `zpool scrub` takes `--`, so an operand that begins with
 * a dash would be read as an option. Forms say so at the field; a builder that gets such an operand throws.
 */

import { poolOf } from "../dataset.ts";

import type { AccessPurpose } from "./access-purpose.ts";
import type { DatasetPurpose } from "./dataset-purpose.ts";
import { identity } from "./expect.ts";
import type { Expect, Identity } from "./expect.ts";
import type { KeyPurpose } from "./key-purpose.ts";
import type { PropertyPurpose } from "./property-purpose.ts";

/** A change of ZFS: one call of `zpool` or `zfs`. */
export interface Command {
    /** Program and arguments; never through a shell. */
    readonly argv: readonly string[];
    /** A secret follows on standard input, and stands nowhere else. */
    readonly secret?: "stdin" | undefined;
    /** What the person saw, looked at again just before the command runs. */
    readonly expect: Expect;
    /** The same, changing nothing: says what it would do. Where ZFS can. */
    readonly dryRun?: readonly string[] | undefined;
    readonly danger: Danger;
    /** It may run for hours, and nothing else waits for it: see `is_long` in the helper's arguments.py. */
    readonly isLong?: true | undefined;
    /** ZFS refuses it as busy also while somebody just reads: then it is worth another try. */
    readonly isBusyInPassing?: true | undefined;
    /** The words by which ZFS refuses to do what is so already: it is as good as done. */
    readonly already?: string | undefined;
    readonly purpose: Purpose;
    /** What looks different afterwards. */
    readonly touches: readonly Touch[];
}

/** What a command takes from people: nothing; something that comes back; something that does not. */
export type Danger = "none" | "disruptive" | "destructive";

/** What a command is for. */
export type Purpose =
    | { readonly kind: "startScrub" | "pauseScrub" | "resumeScrub" | "stopScrub"; readonly pool: string }
    | { readonly kind: "setPoolProperty"; readonly pool: string; readonly property: string }
    | {
          readonly kind: "setVdevProperty";
          readonly pool: string;
          readonly vdev: string;
          readonly property: string;
      }
    | {
          readonly kind:
              | "createPool"
              | "addVdevs"
              | "exportPool"
              | "destroyPool"
              | "takeCheckpoint"
              | "discardCheckpoint"
              | "rewindPool"
              | "upgradePool";
          readonly pool: string;
      }
    | {
          readonly kind: "syncPool" | "reguidPool" | "prefetchTable" | "pruneDedup";
          readonly pool: string;
      }
    /** `name` is that of the pool that comes of it. */
    | { readonly kind: "splitPool"; readonly pool: string; readonly name: string }
    | { readonly kind: "enableFeature"; readonly pool: string; readonly feature: string }
    /** `pool` is its name before, `name` the one that it gets. */
    | { readonly kind: "importPool"; readonly pool: string; readonly name: string }
    | AccessPurpose
    | DatasetPurpose
    | KeyPurpose
    | DevicePurpose
    | PropertyPurpose;

/** Something done to a device; to all devices of a pool, `device` is the pool. */
export interface DevicePurpose {
    readonly kind: DeviceChange;
    readonly pool: string;
    readonly device: string;
}

export type DeviceChange =
    | "offline"
    | "online"
    | "expand"
    | "clear"
    | "detach"
    | "replace"
    | "attach"
    | "remove"
    | "stopRemove"
    | "startTrim"
    | "resumeTrim"
    | "pauseTrim"
    | "stopTrim"
    | "startInitialize"
    | "resumeInitialize"
    | "pauseInitialize"
    | "stopInitialize"
    | "uninitialize"
    | "reopen";

/** A command that ZFS can try out before. */
export type TriedCommand = Command & { readonly dryRun: readonly string[] };

/** A pool, or a dataset of one, that a command changes. */
export interface Touch {
    readonly pool: string;
    readonly dataset?: string;
}

/** An operand that the command would take for an option. Its message is for those who mend the page. */
export class OperandError extends Error {
    override readonly name = "OperandError";

    constructor(readonly operand: string) {
        super(`would be read as an option: ${JSON.stringify(operand)}`);
    }
}

/** Whether a command would take `operand` for an option, or for nothing at all. */
export const looksLikeOption = (operand: string): boolean => operand === "" || operand.startsWith("-");

/**
 * An operand as it stands in an argument list.
 * @throws OperandError
 */
export function operand(text: string): string {
    if (looksLikeOption(text)) throw new OperandError(text);
    return text;
}

/** What a command expects and touches that is about one pool: that pool, and what `more` is expected. */
export const ofPool = (pool: Identity, more?: Expect): Pick<Command, "expect" | "touches"> => ({
    expect: { pools: [identity(pool)], ...more },
    touches: [{ pool: pool.name }],
});

/** What a command expects and touches that is about one dataset: that dataset, and what `more` is expected. */
export const ofDataset = (dataset: Identity, more?: Expect): Pick<Command, "expect" | "touches"> => ({
    expect: { datasets: [identity(dataset)], ...more },
    touches: [{ pool: poolOf(dataset.name), dataset: dataset.name }],
});
