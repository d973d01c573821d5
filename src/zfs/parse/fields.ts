import type { Bytes, UnixTime } from "../model.ts";
import { count, parseSize, setOrUndefined } from "../size.ts";
import { parseDate } from "../time.ts";
import { fail } from "./parse-error.ts";

/**
 * An object of the JSON form. Its values are strings, with or without -p; numbers (`--json-int`) are read where
 * they are exact. A value of another shape than expected is as good as none.
 */
export class Fields {
    constructor(private readonly values: Readonly<Record<string, unknown>>) {}

    has(key: string): boolean {
        return key in this.values;
    }

    /** A word or sentence; "-" and "" are unset. */
    text(key: string): string | undefined {
        const value = this.values[key];
        if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : undefined;
        return typeof value === "string" ? setOrUndefined(value) : undefined;
    }

    /** A word that has to be there. */
    required(key: string, what: string): string {
        return this.text(key) ?? this.fail(`${what} without "${key}"`);
    }

    count(key: string): number | undefined {
        return count(this.text(key) ?? "");
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
        return parseSize(this.text(key) ?? "");
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

    object(key: string): Fields | undefined {
        const value = this.values[key];
        return isRecord(value) ? new Fields(value) : undefined;
    }

    /** The objects in an object: vdevs by name, pools by name. */
    objects(key: string): readonly Fields[] {
        return (this.object(key)?.entries() ?? []).map(([, item]) => item);
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
