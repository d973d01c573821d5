import { enabledAfter, isEnabledByUpgrade } from "./features.ts";
import type { Feature } from "./features.ts";

/** Systems that know the same features, by the names of their files in compatibility.d. */
export interface KnownSystem {
    readonly names: readonly string[];
    readonly features: ReadonlySet<string>;
}

/** Whether a system can import a pool; `missing` are the features that it lacks. zpool-features(7). */
export type Importability =
    | { readonly kind: "yes" }
    /** Until one of the missing is used for the first time. */
    | { readonly kind: "untilUsed" | "readOnly" | "no"; readonly missing: readonly string[] };

/** What a change of features means for a system. */
export interface SystemChange {
    readonly names: readonly string[];
    readonly now: Importability;
    readonly after: Importability;
}

/** Whether a system that knows these features can import a pool that has those. */
export function importability(
    features: readonly Feature[],
    { features: known }: Pick<KnownSystem, "features">,
): Importability {
    const lacking = (state: Feature["state"]) =>
        features.filter((feature) => feature.state === state && !known.has(feature.name));
    const active = lacking("active");
    const enabled = lacking("enabled").map(({ name }) => name);
    if (active.length > 0) {
        const isReadable = active.every(({ rule }) => rule?.isReadOnlyCompatible);
        return { kind: isReadable ? "readOnly" : "no", missing: active.map(({ name }) => name) };
    }
    return enabled.length > 0 ? { kind: "untilUsed", missing: enabled } : { kind: "yes" };
}

/** For which systems enabling these features makes a difference, and which. */
export const changesFor = (
    systems: readonly KnownSystem[],
    features: readonly Feature[],
    names: ReadonlySet<string>,
): readonly SystemChange[] =>
    systems
        .map((known) => ({
            names: known.names,
            now: importability(features, known),
            after: importability(enabledAfter(features, names), known),
        }))
        .filter(({ now, after }) => now.kind !== after.kind);

/**
 * The features that `zpool upgrade` would enable.
 *
 * @param compatibility the pool's property of this name: off, legacy, or names of files
 * @returns undefined where that is in a file that is not known
 */
export function upgradeSet(
    features: readonly Feature[],
    compatibility: string | undefined,
    systems: readonly KnownSystem[],
): ReadonlySet<string> | undefined {
    const disabled = features.filter(isEnabledByUpgrade).map(({ name }) => name);
    if (compatibility === undefined || compatibility === "off") return new Set(disabled);
    if (compatibility === "legacy") return new Set();
    const files = compatibility.split(",").map((name) => systems.find(({ names }) => names.includes(name)));
    if (!files.every((file) => file !== undefined)) return undefined;
    return new Set(disabled.filter((name) => files.every((file) => file.features.has(name))));
}

/** The names of all, the newest release first: what the property `compatibility` can be. */
export const compatibilityNames = (systems: readonly KnownSystem[]): readonly string[] =>
    systems
        .flatMap(({ names }) => names)
        .toSorted((one, other) => other.localeCompare(one, "en", { numeric: true }));
