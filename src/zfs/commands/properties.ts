import { isMounting } from "../dataset-settable.ts";
import { poolOf } from "../dataset.ts";

import type { Command, Danger, Identity } from "./command.ts";
import { operand } from "./command.ts";

/** A property and the value that it gets. */
export type Assignment = readonly [property: string, value: string];

/** How properties are set. */
export interface SetOptions {
    /** Nothing is mounted or shared anew because of it (2.2). */
    readonly isNoted?: boolean;
    /** Data is lost: a volume becomes smaller. */
    readonly isDestructive?: boolean;
}

/** Which of two ways a property that is not set here any more takes its value. */
export interface InheritOptions {
    /** What a stream brought, instead of what the datasets above have (`-S`). */
    readonly isReceived?: boolean | undefined;
    /** All that lies below loses its own value, too (`-r`). */
    readonly isRecursive?: boolean;
}

/** Sets properties of datasets, the same of all. zfs-set(8). */
export function setProperties(
    datasets: readonly Identity[],
    assignments: readonly Assignment[],
    { isNoted = false, isDestructive = false }: SetOptions = {},
): Command {
    const properties = assignments.map(([name]) => name);
    return {
        argv: [
            ...["zfs", "set", ...(isNoted ? ["-u"] : [])],
            ...assignments.map(([name, value]) => `${operand(name)}=${value}`),
            ...datasets.map(({ name }) => operand(name)),
        ],
        danger: isDestructive ? "destructive" : dangerOf(isNoted ? [] : properties),
        purpose: { kind: "setProperties", properties, datasets: datasets.map(({ name }) => name) },
        ...ofDatasets(datasets),
    };
}

/** Takes away what was set of a property, so that datasets inherit it. zfs-inherit(8). */
export function inheritProperty(
    datasets: readonly Identity[],
    property: string,
    { isReceived = false, isRecursive = false }: InheritOptions = {},
): Command {
    const options = [...(isRecursive ? ["-r"] : []), ...(isReceived ? ["-S"] : [])];
    return {
        argv: ["zfs", "inherit", ...options, operand(property), ...datasets.map(({ name }) => operand(name))],
        danger: isRecursive ? "disruptive" : dangerOf([property]),
        purpose: {
            kind: isReceived ? "revertProperty" : "inheritProperty",
            properties: [property],
            datasets: datasets.map(({ name }) => name),
        },
        ...ofDatasets(datasets),
    };
}

const dangerOf = (properties: readonly string[]): Danger =>
    properties.some((name) => isMounting(name) || name === "canmount" || name === "readonly")
        ? "disruptive"
        : "none";

const ofDatasets = (datasets: readonly Identity[]): Pick<Command, "expect" | "touches"> => ({
    expect: { datasets: datasets.map(({ name, guid }) => ({ name, guid })) },
    touches: datasets.map(({ name }) => ({ pool: poolOf(name), dataset: name })),
});
