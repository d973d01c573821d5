import { isInheritable } from "./dataset-settable.ts";
import { isBelow } from "./dataset.ts";
import type { Property } from "./property.ts";
import { wasSet } from "./property.ts";

/** The value of one property in one of many datasets. */
export interface OneOfMany extends Property {
    readonly dataset: string;
}

/** What setting or inheriting a property changes below. */
export interface EffectBelow {
    /** Those that take what is set, by name. */
    readonly followers: readonly string[];
    /** Those that have a value of their own, with which they and what lies in them stay. */
    readonly keepers: readonly OneOfMany[];
}

/**
 * What lies below a dataset and would take another value of a property, and what would not.
 *
 * @param all the dataset and what lies below it, parents before what lies in them
 */
export function effectBelow(dataset: string, property: string, all: readonly OneOfMany[]): EffectBelow {
    if (!isInheritable(property)) return { followers: [], keepers: [] };
    const below = all.filter((one) => isBelow(one.dataset, dataset) && one.source !== undefined);
    const keepers = below.filter(wasSet);
    const own = new Set(keepers.map((one) => one.dataset));
    return {
        keepers,
        followers: below
            .map((one) => one.dataset)
            .filter((name) => !pathBelow(dataset, name).some((part) => own.has(part))),
    };
}

/** The datasets on the way down, without the first and with the last. */
function pathBelow(from: string, to: string): readonly string[] {
    const parts = to.slice(from.length + 1).split("/");
    return parts.map((_part, index) => `${from}/${parts.slice(0, index + 1).join("/")}`);
}
