import type { Bytes, UnixTime } from "../model.ts";
import { count, isBrokenNumber, parseSize, setOrUndefined } from "../size.ts";
import { parseDate } from "../time.ts";
import { fail } from "./parse-error.ts";

/**
 * An object of the JSON form. Its values are strings, with or without -p; numbers (`--json-int`) are read where
 * they are exact. What is there in another shape than expected is a ParseError, never taken for absent.
 */
export class Fields {
    constructor(private readonly values: Readonly<Record<string, unknown>>) {}

    has(key: string): boolean {
        return key in this.values;
    }

    keys(): readonly string[] {
        return Object.keys(this.values);
    }

    /** A value as it is there. */
    raw(key: string): unknown {
        return this.values[key];
    }

    /** A word or sentence; "-", "" and null are unset. */
    text(key: string): string | undefined {
        const value = this.values[key] ?? undefined;
        if (value === undefined) return undefined;
        if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : undefined;
        return typeof value === "string" ? setOrUndefined(value) : this.fail(`"${key}" is no text`);
    }

    /** A word that has to be there. */
    required(key: string, what: string): string {
        return this.text(key) ?? this.fail(`${what} without "${key}"`);
    }

    count(key: string): number | undefined {
        return count(this.numeric(key));
    }

    /** A number with or without a fraction. */
    number(key: string): number | undefined {
        const value = this.values[key];
        return typeof value === "number" ? value : undefined;
    }

    boolean(key: string): boolean | undefined {
        const value = this.values[key];
        return typeof value === "boolean" ? value : undefined;
    }

    bytes(key: string): Bytes | undefined {
        return parseSize(this.numeric(key));
    }

    /** The text of a number; empty when it is unset. */
    private numeric(key: string): string {
        const text = this.text(key) ?? "";
        return isBrokenNumber(text) ? this.fail(`"${key}" is no number`) : text;
    }

    /** True when the key is there with a number other than 0. */
    flag(key: string): boolean | undefined {
        return (this.count(key) ?? 0) > 0 ? true : undefined;
    }

    /** Unix seconds with -p, a date without; 0 is never. */
    time(key: string): UnixTime | undefined {
        const text = this.text(key) ?? "";
        return /^\d+$/.test(text) ? this.count(key) || undefined : parseDate(text);
    }

    /** The strings of an array that has nothing else in it. */
    texts(key: string): readonly string[] | undefined {
        const value = this.values[key];
        return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
    }

    /** Objects of an array. */
    items(key: string): readonly Fields[] | undefined {
        const value = this.values[key];
        return Array.isArray(value) ? value.filter(isRecord).map((item) => new Fields(item)) : undefined;
    }

    /** Null is none. */
    object(key: string): Fields | undefined {
        const value = this.values[key] ?? undefined;
        if (value === undefined) return undefined;
        return isRecord(value) ? new Fields(value) : this.fail(`"${key}" is no object`);
    }

    /** The objects in an object: vdevs by name, pools by name. None when it is not there. */
    objects(key: string): readonly Fields[] {
        if (!this.has(key)) return [];
        const all = this.object(key) ?? this.fail(`"${key}" is no object`);
        return all.entries().map(([, item]) => item);
    }

    /** All values, which have to be objects, with their keys. */
    entries(): readonly (readonly [string, Fields])[] {
        return Object.entries(this.values).map(([key, value]) => [
            key,
            isRecord(value) ? new Fields(value) : this.fail(`"${key}" is no object`),
        ]);
    }

    fail(reason: string): never {
        return fail(reason, { text: JSON.stringify(this.values), number: 1 });
    }
}

/** Whether a value of JSON is an object, not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
