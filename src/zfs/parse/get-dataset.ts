// Properties of datasets. The values of user properties may hold TABs and line ends, which `zfs get` prints as they are;
// its JSON escapes them, but leaves out characters beyond U+FFFF. So names and sources, which hold neither, are asked
// for by themselves: with them it is plain which values were printed on one line each, and the rest is asked one by one.
import type { OneOfMany } from "../inheritance.ts";
import type { Property } from "../property.ts";
import { setOrUndefined } from "../size.ts";

import type { Line } from "./parse-error.ts";
import { fail, toLines } from "./parse-error.ts";

/** The columns of the readers below. */
export const SOURCE_COLUMNS = "property,source";
export const VALUE_COLUMNS = "property,value,received";
export const MANY_COLUMNS = "name,property,source,value";

const INHERITED = "inherited from ";
const SOURCE = /^(-|default|local|received|temporary|inherited from .+)$/;

type Source = Pick<Property, "source" | "inheritedFrom">;

function readSource(word: string): Source {
    if (!word.startsWith(INHERITED)) return { source: setOrUndefined(word) };
    return { source: "inherited", inheritedFrom: word.slice(INHERITED.length) };
}

/**
 * Reads `zfs get -H -o property,source all …` of one dataset: which properties it has, and where their values are from.
 * @throws ParseError
 */
export const parseSources = (text: string): readonly Property[] =>
    toLines(text).map((line) => {
        const [name, source, ...rest] = line.text.split("\t");
        if (name === undefined || source === undefined || rest.length > 0)
            return fail("no property with its source", line);
        return { name, ...readSource(source) };
    });

/** What a property holds, and what a stream brought for it. */
export type Value = Pick<Property, "value" | "received">;

/**
 * Reads `zfs get -Hp -o property,value,received all …` of one dataset.
 *
 * @param names of its properties, in their order
 * @returns the values that can be told from each other, by name: those from the first that goes over several lines, or
 *     has a TAB, are left out
 */
export function parseValues(text: string, names: readonly string[]): ReadonlyMap<string, Value> {
    const records = text
        .split("\n")
        .slice(0, -1)
        .map((line) => line.split("\t"));
    // user properties come last: with a line too many, it is one of theirs that goes over several
    const isTold = (name: string) => records.length === names.length || !name.includes(":");
    const values = new Map<string, Value>();
    for (const [index, name] of names.entries()) {
        const [first, value = "", received, ...rest] = records[index] ?? [];
        if (first !== name || received === undefined || rest.length > 0 || !isTold(name)) break;
        values.set(name, { value: setOrUndefined(value), received: setOrUndefined(received) });
    }
    return values;
}

/** Reads `zfs get -Hp -o value NAME …` of one property and one dataset; any characters. */
export const parseOneValue = (text: string): string | undefined => setOrUndefined(text.replace(/\n$/, ""));

/**
 * Reads `zfs get -Hp -o name,property,source,value …` of some properties of many datasets. A line that does not begin
 * like one of them goes on with the value before it.
 *
 * @param isAsked whether a dataset is one of those that were asked for
 * @throws ParseError
 */
export function parseMany(
    text: string,
    properties: readonly string[],
    isAsked: (dataset: string) => boolean,
): readonly OneOfMany[] {
    const records: Line[] = [];
    for (const line of toLines(text)) {
        const [dataset = "", property = "", source = "", value] = line.text.split("\t");
        const isNew =
            value !== undefined && properties.includes(property) && SOURCE.test(source) && isAsked(dataset);
        const before = records.at(-1);
        if (isNew) records.push(line);
        else if (before) records.splice(-1, 1, { ...before, text: `${before.text}\n${line.text}` });
        else fail("no property of a dataset", line);
    }
    return records.map(({ text: record }) => {
        const [dataset = "", name = "", source = "", ...value] = record.split("\t");
        return { dataset, name, ...readSource(source), value: setOrUndefined(value.join("\t")) };
    });
}
