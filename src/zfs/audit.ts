import type { UnixTime } from "./model.ts";

/** What has become of a change, in the helper's word; a later helper may know more words. */
export type ChangeState = "intended" | "running" | "done" | "failed" | "unknown" | (string & {});

/** A change as the helper recorded it: one row of `zfsadmin audit list`, see zfsadmin(8). */
export interface Change {
    /** Grows with time. */
    readonly id: number;
    /** When it was about to be made. */
    readonly time: UnixTime;
    /** Name of the person; undefined without a login, or when the person has no name any more. */
    readonly person: string | undefined;
    /** The kernel's number for who logged in, whatever they became since; undefined without a login. */
    readonly loginuid: number | undefined;
    /** What asked for it: "page", "shell", or a job's name. */
    readonly origin: string | undefined;
    /** The command as it ran, with secrets left out. */
    readonly argv: readonly string[];
    /** Guids of the pools that it was about. */
    readonly pools: readonly string[];
    readonly state: ChangeState;
    readonly exitStatus: number | undefined;
    /** The signal that ended it, such as "SIGKILL". */
    readonly signal: string | undefined;
    /** What the command said went wrong, at most 4 KiB of it. */
    readonly error: string | undefined;
    /** Nanoseconds. */
    readonly duration: number | undefined;
    readonly ended: UnixTime | undefined;
}

/** What the helper lists of the audit. */
export interface AuditList {
    /** The newest first. */
    readonly changes: readonly Change[];
    /** How many changes the system's journal alone has, because the database could not be written, and still cannot. */
    readonly journalOnly: number;
}

/** Whether more is to be told of a change. */
export const isOpen = ({ state }: Change): boolean => state === "intended" || state === "running";

/** Stands for the person where nobody was logged in: no name of a person begins with it. */
export const noLogin = "-";

/** Who made a change, in a word that stays the same: a name, a number without a name, or `noLogin`. */
export const personOf = ({ person, loginuid }: Change): string =>
    person ?? (loginuid === undefined ? noLogin : String(loginuid));

/** Which changes to show; what is undefined does not matter. */
export interface ChangeFilter {
    /** Part of the command, of what it said, or of the person's name, in any case of letters. */
    readonly text?: string | undefined;
    /** As `personOf` has it. */
    readonly person?: string | undefined;
    readonly state?: ChangeState | undefined;
    /** Guid. */
    readonly pool?: string | undefined;
}

/** The test for changes that `filter` lets through. */
export function changeTest({ text, person, state, pool }: ChangeFilter): (change: Change) => boolean {
    const wanted = text?.toLowerCase();
    return (change) =>
        (state === undefined || change.state === state) &&
        (person === undefined || personOf(change) === person) &&
        (pool === undefined || change.pools.includes(pool)) &&
        (wanted === undefined || wordsOf(change).toLowerCase().includes(wanted));
}

const wordsOf = ({ argv, error = "", person = "" }: Change): string =>
    `${argv.join(" ")}\n${error}\n${person}`;
