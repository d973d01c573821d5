import { isInheritable } from "./dataset-settable.ts";
import { parentOf } from "./dataset.ts";
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
 * What lies below datasets and would take another value of a property, and what would not.
 *
 * @param changed the datasets that get the value
 * @param all these and what lies below them
 */
export function effectBelow(
    changed: readonly string[],
    property: string,
    all: readonly OneOfMany[],
): EffectBelow {
    if (!isInheritable(property)) return { followers: [], keepers: [] };
    const own = new Set(changed);
    // a note that nobody has yet has no source anywhere
    const below = all.filter(
        ({ dataset, source }) =>
            !own.has(dataset) &&
            nearest(dataset, own) !== undefined &&
            (source !== undefined || property.includes(":")),
    );
    const keepers = below.filter(wasSet);
    const deciding = new Set([...own, ...keepers.map(({ dataset }) => dataset)]);
    return {
        keepers,
        followers: below
            .map(({ dataset }) => dataset)
            .filter((name) => own.has(nearest(name, deciding) ?? "")),
    };
}

/** A dataset, or the nearest above it, that is one of these. */
export function nearest(name: string, some: ReadonlySet<string>): string | undefined {
    for (let at: string | undefined = name; at !== undefined; at = parentOf(at)) if (some.has(at)) return at;
    return undefined;
}

/** Of these datasets those that lie in no other of them. */
export function topmost(datasets: readonly string[]): readonly string[] {
    const some = new Set(datasets);
    return datasets.filter((name) => nearest(parentOf(name) ?? "", some) === undefined);
}
