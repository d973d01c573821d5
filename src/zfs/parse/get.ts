import type { Property } from "../property.ts";
import { setOrUndefined } from "../size.ts";

import type { Fields } from "./fields.ts";
import type { Line } from "./parse-error.ts";
import { fail, toLines } from "./parse-error.ts";
import { parseJson } from "./parse-json.ts";

/** The columns that `parseGet` reads. */
export const GET_COLUMNS = "name,property,value,source";

/** Pool or vdev, property, value, source; a value with TABs makes more. */
const FIELDS = 4;

/**
 * Reads `zpool get -Hp -o name,property,value,source all …` of one pool or vdev. A user property's value may hold
 * TABs and newlines: a line that does not begin as the first one does goes on with the value before it.
 * User properties come last, so that a value that looks like a line cannot stand for one of ZFS's own.
 * @throws ParseError
 */
export function parseGet(text: string): readonly Property[] {
    const lines = toLines(text);
    const start = `${lines[0]?.text.split("\t")[0] ?? ""}\t`;
    const records: Line[] = [];
    for (const line of lines) {
        const before = records.at(-1);
        if (before === undefined || (line.text.startsWith(start) && isWhole(before))) records.push(line);
        else records.splice(-1, 1, { ...before, text: `${before.text}\n${line.text}` });
    }
    return firstOfEach(records.map(readRecord));
}

const isWhole = (record: Line): boolean => record.text.split("\t").length >= FIELDS;

function readRecord(record: Line): Property {
    if (!isWhole(record)) return fail("no property", record);
    const [, name = "", ...rest] = record.text.split("\t");
    const source = rest.pop() ?? "";
    return { name, value: setOrUndefined(rest.join("\t")), source: setOrUndefined(source) };
}

function firstOfEach(properties: readonly Property[]): readonly Property[] {
    const names = properties.map(({ name }) => name);
    return properties.filter(({ name }, index) => names.indexOf(name) === index);
}

/**
 * Reads `zpool get -jp all …` (2.3) of one pool or of one vdev.
 * @throws ParseError
 */
export function parseGetJson(text: string): readonly Property[] {
    const output = parseJson(text);
    const [owner] = output.has("vdevs") ? output.objects("vdevs") : output.objects("pools");
    const properties = (owner ?? output).object("properties") ?? output.fail('no "properties"');
    return properties.entries().map(([name, fields]) => ({
        name,
        value: fields.text("value"),
        source: readSource(fields),
    }));
}

function readSource(fields: Fields): Property["source"] {
    const source = fields.object("source")?.text("type")?.toLowerCase();
    return source === "none" ? undefined : source;
}
