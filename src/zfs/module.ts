/** A property that the loaded module has, as /sys/module/zfs/properties.* describes it. */
export interface PropertyRule {
    readonly type: "number" | "string" | "index";
    readonly isReadOnly: boolean;
    /** It is chosen when a dataset is created, and stays. */
    readonly isSetOnce: boolean;
    /** ZFS shows it to people; the others are its own business. */
    readonly isVisible: boolean;
    /** The types of dataset that have it: filesystem, volume, snapshot, bookmark. None for those of pools and vdevs. */
    readonly datasets: readonly string[];
    /** What it may hold, in the words of the usage text: "on | off", "<size>". */
    readonly values: string;
    /** What it holds where nothing was set; of numbers the number, "" for a text that is not set. */
    readonly default: string;
}

/** A feature that the loaded module knows, as /sys/module/zfs/features.pool describes it. */
export interface FeatureRule {
    /** A sentence of ZFS's own, in English. */
    readonly description: string;
    /** Systems that lack it can still import the pool read-only while it is active. */
    readonly isReadOnlyCompatible: boolean;
    /** It is used from the moment in which it is enabled. */
    readonly isActiveOnceEnabled: boolean;
}

/** What the loaded module knows, by name; features without their domain: `raidz_expansion`. */
export interface ModuleFacts {
    readonly features: ReadonlyMap<string, FeatureRule>;
    readonly poolProperties: ReadonlyMap<string, PropertyRule>;
    /** None before 2.2. */
    readonly vdevProperties: ReadonlyMap<string, PropertyRule>;
    readonly datasetProperties: ReadonlyMap<string, PropertyRule>;
}

/** The newest on-disk version of filesystems; as far as nobody tells, ZPL_VERSION in zfs.h as it has been since 2010. */
export const newestVersion = (facts: ModuleFacts | undefined): string =>
    facts?.datasetProperties
        .get("version")
        ?.values.split(" | ")
        .filter((version) => /^\d+$/.test(version))
        .at(-1) ?? "5";
