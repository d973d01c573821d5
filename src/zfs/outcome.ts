import type { UnixTime, Word } from "./model.ts";

/** A change that stands in the way of another, as far as the helper knows it. */
export interface Holder {
    readonly argv: readonly string[];
    /** Undefined where the kernel knows no login. */
    readonly person?: string | undefined;
    readonly since?: UnixTime | undefined;
}

/** How the world differs from what the person saw. */
export type Difference =
    /** `found` is undefined when there is none of that name. */
    | {
          readonly what: "pool" | "dataset";
          readonly name: string;
          readonly expected: string;
          readonly found?: string | undefined;
      }
    | ({
          readonly what: "property";
          readonly name: string;
          readonly property: string;
      } & WasAndIs)
    /** The checkpoint of a pool was taken at another time, or there is none now. */
    | {
          readonly what: "checkpoint";
          readonly name: string;
          readonly expected: UnixTime;
          readonly found?: UnixTime | undefined;
      }
    | ({
          readonly what: "disk";
          readonly path: string;
          readonly field: Word<"serial" | "size" | "parts" | "signature" | "inUse" | "missing">;
      } & WasAndIs)
    /**
     * At the top-level vdev called `group`. A device that came is called by its guid; the vdev itself may be missing,
     * also because it is part of another one now.
     */
    | ({
          readonly what: "vdev";
          readonly group: string;
          readonly name: string;
          readonly field: Word<"missing" | "state" | "added">;
      } & WasAndIs)
    /** Datasets came or went at and below `name`; of many, `added` and `removed` are the first. */
    | ({ readonly what: "contents"; readonly name: string } & CameAndWent)
    /** The same of snapshots. */
    | ({ readonly what: "snapshots"; readonly name: string } & CameAndWent)
    /** The dry run gives other lines; of many, `added` and `removed` are the first. */
    | ({ readonly what: "dryRun" } & CameAndWent);

/** What was seen and what is there; undefined is nothing, such as no value. */
export interface WasAndIs {
    readonly expected?: string | undefined;
    readonly found?: string | undefined;
}

/** What is there that was not seen, and what was seen that is not there: some of it, and how much it is. */
export interface CameAndWent {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly addedCount: number;
    readonly removedCount: number;
}

/** Why nothing ran. `message` is the helper's, for those who know ZFS. */
export type Refusal =
    | { readonly reason: "changed"; readonly message: string; readonly differences: readonly Difference[] }
    | { readonly reason: "busy"; readonly message: string; readonly holder?: Holder | undefined }
    /** It could not be recorded; `journalOnly`: it may run if the journal alone records it. */
    | { readonly reason: "unrecorded"; readonly message: string; readonly journalOnly: boolean }
    /** The helper is of another version than the page: the package was upgraded while the page was open. */
    | { readonly reason: "updated"; readonly message: string; readonly version: string }
    | { readonly reason: Word<"arguments" | "framing" | "unknown" | "newer">; readonly message: string };

/** What became of a command that ran. */
export interface Ended {
    readonly state: "done" | "failed" | "unknown";
    readonly exitStatus?: number | undefined;
    /** The signal that ended it. */
    readonly signal?: string | undefined;
    readonly stdout: string;
    readonly stderr: string;
    /** The audit log holds it. */
    readonly recorded: boolean;
}

/** What ZFS said when it refused a change; undefined where it did not, or said nothing. */
export const refusalText = (outcome: Outcome | undefined): string | undefined =>
    outcome?.kind === "ended" && outcome.state === "failed" ? saidBy(outcome) || undefined : undefined;

/** All that a command said: why it failed, and what could be done about it, which zpool prints on standard output. */
export const saidBy = ({ stderr, stdout }: Ended): string =>
    [stderr, stdout]
        .map((text) => text.trim())
        .filter((text) => text !== "")
        .join("\n");

/** What became of a change. */
export type Outcome =
    | ({ readonly kind: "ended" } & Ended)
    | { readonly kind: "refused"; readonly refusal: Refusal }
    /**
     * The helper said nothing to the end, and `error` is why. What had started goes on, or has ended by now; what had
     * not may still do so, unless the helper was not there at all.
     */
    | { readonly kind: "lost"; readonly error: Error; readonly output: string };
