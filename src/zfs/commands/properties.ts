import { isMounting } from "../dataset-settable.ts";
import { poolOf } from "../dataset.ts";

import type { Command, Danger } from "./command.ts";
import { operand } from "./command.ts";
import type { Identity, SeenProperty } from "./expect.ts";
import { identity } from "./expect.ts";

/** A property and the value that it gets. */
export type Assignment = readonly [property: string, value: string];

/** What the person saw, which must still be so. */
interface SeenOptions {
    readonly seen?: readonly SeenProperty[];
}

/** How properties are set. */
export interface SetOptions extends SeenOptions {
    /** Nothing is mounted or shared anew because of it (2.2). */
    readonly isNoted?: boolean;
    /** Data is lost: a volume becomes smaller. */
    readonly isDestructive?: boolean;
}

/** Which of two ways a property that is not set here any more takes its value. */
export interface InheritOptions extends SeenOptions {
    /** What a stream brought, instead of what the datasets above have (`-S`). */
    readonly isReceived?: boolean | undefined;
    /** All that lies below loses its own value, too (`-r`). */
    readonly isRecursive?: boolean;
}

/**
 * Sets properties of datasets, the same of all. zfs-set(8).
 *
 * @throws Error for the size of a volume without the size that was seen: whether its end is cut off depends on that
 */
export function setProperties(
    datasets: readonly Identity[],
    assignments: readonly Assignment[],
    { isNoted = false, isDestructive = false, seen = [] }: SetOptions = {},
): Command {
    const properties = assignments.map(([name]) => name);
    const sizes = seen.filter(({ property }) => property === "volsize").map(({ name }) => name);
    if (properties.includes("volsize") && !datasets.every(({ name }) => sizes.includes(name)))
        throw new Error("a volume is resized without the size that was seen");
    return {
        argv: [
            ...["zfs", "set", ...(isNoted ? ["-u"] : [])],
            ...assignments.map(([name, value]) => `${operand(name)}=${value}`),
            ...datasets.map(({ name }) => operand(name)),
        ],
        danger: isDestructive ? "destructive" : dangerOf(isNoted ? [] : properties),
        purpose: { kind: "setProperties", properties, datasets: datasets.map(({ name }) => name) },
        ...ofDatasets(datasets, seen),
    };
}

/** Takes away what was set of a property, so that datasets inherit it. zfs-inherit(8). */
export function inheritProperty(
    datasets: readonly Identity[],
    property: string,
    { isReceived = false, isRecursive = false, seen = [] }: InheritOptions = {},
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
        ...ofDatasets(datasets, seen),
    };
}

const dangerOf = (properties: readonly string[]): Danger =>
    properties.some((name) => isMounting(name) || name === "canmount" || name === "readonly")
        ? "disruptive"
        : "none";

const ofDatasets = (
    datasets: readonly Identity[],
    seen: readonly SeenProperty[],
): Pick<Command, "expect" | "touches"> => ({
    expect: {
        datasets: datasets.map(identity),
        ...(seen.length > 0 && { properties: seen }),
    },
    touches: datasets.map(({ name }) => ({ pool: poolOf(name), dataset: name })),
});
