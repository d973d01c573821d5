import type { Word } from "./model.ts";
import type { FeatureRule } from "./module.ts";
import { featureName, propertyKind } from "./property.ts";
import type { Property } from "./property.ts";

/** A feature flag of a pool. zpool-features(7). */
export interface Feature {
    readonly name: string;
    /** `inactive` and `readonly` are of features that this ZFS does not know. */
    readonly state: Word<"disabled" | "enabled" | "active" | "inactive" | "readonly">;
    /** What the loaded module knows of it; undefined for one that it does not have. */
    readonly rule?: FeatureRule | undefined;
}

/** What `zpool upgrade` leaves disabled, to be enabled alone; no ZFS says so of a feature. zpool-features(7). */
const leftOut: ReadonlySet<string> = new Set(["dynamic_gang_header"]);

/** Whether `zpool upgrade` would enable a feature, where the pool may have it. */
export const isEnabledByUpgrade = ({ name, state }: Feature): boolean =>
    state === "disabled" && !leftOut.has(name);

/** The features among the properties of a pool. */
export const featuresOf = (
    properties: readonly Property[],
    rules: ReadonlyMap<string, FeatureRule>,
): readonly Feature[] =>
    properties
        .filter(({ name }) => propertyKind(name) === "feature")
        .map(({ name, value = "" }) => {
            const short = featureName(name);
            return { name: short, state: value, rule: rules.get(short) };
        });

/** The names of the features among the properties of a pool that are known here and not enabled. */
export const disabledFeatures = (properties: readonly Property[]): readonly string[] =>
    properties
        .filter(({ name, value }) => name.startsWith("feature@") && value === "disabled")
        .map(({ name }) => featureName(name));

/** Features as they are once those of these names were enabled; what is enabled already stays as it is. */
export const enabledAfter = (features: readonly Feature[], names: ReadonlySet<string>): readonly Feature[] =>
    features.map((feature) =>
        feature.state === "disabled" && names.has(feature.name)
            ? { ...feature, state: feature.rule?.isActiveOnceEnabled ? "active" : "enabled" }
            : feature,
    );
