import type { CameAndWent, Difference, Ended, Holder, Refusal, WasAndIs } from "../zfs/outcome.ts";
import { isRecord } from "../zfs/parse/fields.ts";

import { jsonFields } from "./json-fields.ts";

/** One line of `zfsadmin execute`; see zfsadmin(8). */
export type ExecuteLine =
    /** Another change has to end first. */
    | { readonly kind: "waiting"; readonly holder: Holder | undefined }
    | { readonly kind: "refused"; readonly refusal: Refusal }
    /** `isInSession`: it could not be kept from ending when the person logs out. */
    | { readonly kind: "started"; readonly isInSession: boolean }
    | { readonly kind: "ended"; readonly ended: Ended }
    /** Something else, as it stood there. */
    | { readonly kind: "unread"; readonly text: string };

/** Reads one line. Of a change nothing is guessed: a line without all that belongs to it is not read at all. */
export function parseExecuteLine(text: string): ExecuteLine {
    try {
        return readLine(new Strict(jsonFields(text)));
    } catch (error) {
        if (error instanceof NotThere) return { kind: "unread", text };
        throw error;
    }
}

function readLine(line: Strict): ExecuteLine {
    switch (line.text("kind")) {
        case "waiting":
            return { kind: "waiting", holder: readHolder(line) };
        case "refused":
            return { kind: "refused", refusal: readRefusal(line) };
        case "started":
            return { kind: "started", isInSession: line.optionalFlag("inSession") };
        case "ended":
            return { kind: "ended", ended: readEnded(line) };
        default:
            throw new NotThere();
    }
}

function readRefusal(line: Strict): Refusal {
    const reason = line.text("reason");
    const message = line.optional("message") ?? "";
    switch (reason) {
        case "changed":
            return { reason, message, differences: line.objects("changes").map(readDifference) };
        case "busy":
            return { reason, message, holder: readHolder(line) };
        case "unrecorded":
            return { reason, message, journalOnly: line.flag("journalOnly") };
        case "updated":
            return { reason, message, version: line.text("version") };
        default:
            return { reason, message };
    }
}

function readDifference(change: Strict): Difference {
    const what = change.text("what");
    switch (what) {
        case "pool":
        case "dataset":
            return {
                what,
                name: change.text("name"),
                expected: change.text("expected"),
                found: change.optional("found"),
            };
        case "property":
            return {
                what,
                name: change.text("name"),
                property: change.text("property"),
                ...readWasAndIs(change),
            };
        case "checkpoint":
            return {
                what,
                name: change.text("name"),
                expected: change.number("expected"),
                found: change.optionalNumber("found"),
            };
        case "disk":
            return {
                what,
                path: change.text("path"),
                field: change.text("field"),
                ...readWasAndIs(change),
            };
        case "vdev":
            return {
                what,
                group: change.text("group"),
                name: change.text("name"),
                field: change.text("field"),
                ...readWasAndIs(change),
            };
        case "contents":
        case "snapshots":
            return { what, name: change.text("name"), ...readCameAndWent(change) };
        case "dryRun":
            return { what, ...readCameAndWent(change) };
        default:
            throw new NotThere();
    }
}

const readWasAndIs = (change: Strict): WasAndIs => ({
    expected: change.optional("expected"),
    found: change.optional("found"),
});

const readCameAndWent = (change: Strict): CameAndWent => ({
    added: change.texts("added"),
    removed: change.texts("removed"),
    addedCount: change.number("addedCount"),
    removedCount: change.number("removedCount"),
});

/** Undefined when the helper could not find out who holds the lock. */
function readHolder(line: Strict): Holder | undefined {
    const holder = line.object("holder");
    return (
        holder && {
            argv: holder.texts("argv"),
            person: holder.optional("person"),
            since: holder.optionalNumber("since"),
        }
    );
}

function readEnded(line: Strict): Ended {
    const state = (["done", "failed", "unknown"] as const).find((known) => known === line.text("state"));
    if (state === undefined) throw new NotThere();
    return {
        state,
        exitStatus: line.optionalNumber("exitStatus"),
        signal: line.optional("signal"),
        stdout: line.text("stdout"),
        stderr: line.text("stderr"),
        recorded: line.flag("recorded"),
    };
}

/** Something that belongs to a line is not there, or is of another kind. */
class NotThere extends Error {}

/** The values of an object: of the kind that is asked for, or NotThere is thrown. */
class Strict {
    constructor(private readonly values: Readonly<Record<string, unknown>>) {}

    text(key: string): string {
        return this.#have(key, (value) => typeof value === "string");
    }

    number(key: string): number {
        return this.#have(key, (value) => typeof value === "number");
    }

    flag(key: string): boolean {
        return this.#have(key, (value) => typeof value === "boolean");
    }

    /** False when it is not there. */
    optionalFlag(key: string): boolean {
        return this.values[key] !== undefined && this.flag(key);
    }

    texts(key: string): readonly string[] {
        return this.#have(
            key,
            (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
        );
    }

    objects(key: string): readonly Strict[] {
        const items: readonly Readonly<Record<string, unknown>>[] = this.#have(
            key,
            (value) => Array.isArray(value) && value.every(isRecord),
        );
        return items.map((item) => new Strict(item));
    }

    /** Undefined when it is null or not there. */
    object(key: string): Strict | undefined {
        const value = this.values[key];
        return isRecord(value) ? new Strict(value) : undefined;
    }

    /** A text, or a number in its digits; undefined when it is null or not there. */
    optional(key: string): string | undefined {
        const value = this.values[key] ?? undefined;
        return value === undefined ? undefined : typeof value === "number" ? String(value) : this.text(key);
    }

    /** Undefined when it is null or not there. */
    optionalNumber(key: string): number | undefined {
        return (this.values[key] ?? undefined) === undefined ? undefined : this.number(key);
    }

    #have<T>(key: string, isRight: (value: unknown) => boolean): T {
        const value = this.values[key];
        if (!isRight(value)) throw new NotThere();
        return value as T;
    }
}
