import type { UnixTime } from "../zfs/model.ts";

import { jsonFields } from "./json-fields.ts";

/** What the helper is, in the first line of its stream. */
export interface Identity {
    /** Grows when the meaning of a line changes. */
    readonly protocol: number;
    /** The product's version. */
    readonly version: string;
}

/** Something that happened in ZFS, `count` times in short succession. What ZFS does not say is undefined. */
export interface FollowEvent {
    /** ZFS's own word, such as `sysevent.fs.zfs.scrub_finish`. */
    readonly class: string;
    readonly count: number;
    readonly pool?: string | undefined;
    readonly poolGuid?: string | undefined;
    readonly dataset?: string | undefined;
    readonly verb?: string | undefined;
    readonly detail?: string | undefined;
    readonly time?: UnixTime | undefined;
}

/** One line of `zfsadmin follow`; see zfsadmin(8). */
export type FollowLine =
    | { readonly kind: "identity"; readonly identity: Identity }
    /** Whether events are listened to: all that happens after "running" is told. */
    | { readonly kind: "source"; readonly state: "running" | "ended" | "unloaded" | "missing" }
    | { readonly kind: "event"; readonly event: FollowEvent }
    /** A change was recorded, or what came of one. */
    | { readonly kind: "audit" }
    /** Too much happened to be told. */
    | { readonly kind: "everything" };

const sourceStates = ["running", "ended", "unloaded", "missing"] as const;

/**
 * Reads one line of the stream. A line that makes no sense, or of a kind that a later helper may know, is read as
 * "everything": looking at all of it again is never wrong.
 */
export function parseFollowLine(line: string): FollowLine {
    const fields = jsonFields(line);
    const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : undefined);
    const number = (name: string) => (typeof fields[name] === "number" ? fields[name] : undefined);

    const [protocol, version, className] = [number("protocol"), text("version"), text("class")];
    const state = sourceStates.find((known) => known === fields["state"]);
    if (protocol !== undefined && version !== undefined)
        return { kind: "identity", identity: { protocol, version } };
    if (fields["kind"] === "source" && state !== undefined) return { kind: "source", state };
    if (fields["kind"] === "audit") return { kind: "audit" };
    if (fields["kind"] !== "event" || className === undefined) return { kind: "everything" };
    return {
        kind: "event",
        event: {
            class: className,
            count: number("count") ?? 1,
            pool: text("pool"),
            poolGuid: text("poolGuid"),
            dataset: text("dataset"),
            verb: text("verb"),
            detail: text("detail"),
            time: number("time"),
        },
    };
}
