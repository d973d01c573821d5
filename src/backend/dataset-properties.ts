import { inParts } from "../zfs/in-parts.ts";
import { nearest, topmost } from "../zfs/inheritance.ts";
import type { OneOfMany } from "../zfs/inheritance.ts";
import { parseMany, parseOneValue, parseSources, parseValues } from "../zfs/parse/get-dataset.ts";
import type { Property } from "../zfs/property.ts";
import { GET_SOURCES, GET_VALUES, getBelow, getMany, getOne } from "../zfs/reads.ts";

import { HostError } from "./errors.ts";
import { readAs } from "./read-as.ts";
import { listTimeout, read } from "./read.ts";

/**
 * All properties of a dataset, in two processes; and two more for each user property, if one of them has a TAB or a
 * line end.
 *
 * @throws HostError, UnreadableOutput
 */
export async function readDatasetProperties(dataset: string): Promise<readonly Property[]> {
    const [properties, text] = await Promise.all([
        readAs([...GET_SOURCES, dataset], listTimeout, parseSources),
        read([...GET_VALUES, dataset], listTimeout),
    ]);
    const names = properties.map(({ name }) => name);
    const values = parseValues(text, names);
    const complete: Property[] = [];
    for (const property of properties)
        complete.push({ ...property, ...(values.get(property.name) ?? (await readOne(property, dataset))) });
    return complete;
}

async function readOne({ name }: Property, dataset: string) {
    const [value, received] = await Promise.all([
        readPropertyValue(dataset, name),
        readAs(getOne("received", name, dataset), listTimeout, parseOneValue),
    ]);
    return { value, received };
}

/**
 * What a dataset has of a property, to the character; undefined when nothing is set.
 *
 * @throws HostError
 */
export const readPropertyValue = (dataset: string, property: string): Promise<string | undefined> =>
    readAs(getOne("value", property, dataset), listTimeout, parseOneValue);

/**
 * A property of datasets and of all filesystems and volumes below them, in one process, or as few as will do.
 *
 * @throws HostError, UnreadableOutput
 */
export async function readBelow(
    datasets: readonly string[],
    property: string,
): Promise<readonly OneOfMany[]> {
    const found: OneOfMany[] = [];
    for (const names of inParts(topmost(datasets), (name) => name)) {
        const asked = new Set(names);
        const isAsked = (name: string) => nearest(name, asked) !== undefined;
        found.push(
            ...(await readAs(getBelow(property, ...names), listTimeout, (text) =>
                parseMany(text, [property], isAsked),
            )),
        );
    }
    return found;
}

/**
 * Some properties of many datasets. Those that are gone are left out.
 *
 * @throws HostError, UnreadableOutput
 */
export async function readMany(
    datasets: readonly string[],
    properties: readonly string[],
): Promise<readonly OneOfMany[]> {
    const found: OneOfMany[] = [];
    for (const names of inParts(datasets, (name) => name)) found.push(...(await readPart(names, properties)));
    return found;
}

async function readPart(
    names: readonly string[],
    properties: readonly string[],
): Promise<readonly OneOfMany[]> {
    const asked = new Set(names);
    try {
        return await readAs([...getMany(properties), ...names], listTimeout, (text) =>
            parseMany(text, properties, (name) => asked.has(name)),
        );
    } catch (error) {
        // zfs names what is gone, and then nothing can be had of what it said of the others
        const rest =
            error instanceof HostError
                ? names.filter((name) => !error.message.includes(`cannot open '${name}'`))
                : names;
        if (rest.length === names.length) throw error;
        return rest.length > 0 ? readPart(rest, properties) : [];
    }
}
