// Where in the page a person is, and the address that says so. Pure: the same table reads and writes addresses.
import type { ChangeFilter } from "./zfs/audit.ts";

/** A screen of the page. */
export type Route =
    | { readonly screen: "overview" }
    | { readonly screen: "import" | "create" }
    /** Without a tab it is the devices. */
    | { readonly screen: "pool"; readonly pool: string; readonly tab?: PoolTab }
    | { readonly screen: "add"; readonly pool: string }
    | DatasetsRoute
    | ActivityRoute;

/** All datasets, or one and what lies in it; without a tab it is what the dataset is and takes. */
export interface DatasetsRoute {
    readonly screen: "datasets";
    /** In full: `tank/home`. */
    readonly dataset?: string | undefined;
    readonly tab?: DatasetTab | undefined;
    /** The one that is open of its snapshots, by what stands behind the @; on their tab alone. */
    readonly snapshot?: string | undefined;
}

/** What is shown of a dataset beside its space, by its word in the address. */
export const datasetTabs = ["snapshots", "properties", "keys", "quotas", "delegation"] as const;

export type DatasetTab = (typeof datasetTabs)[number];

/** The changes that were made: those that `filter` lets through, and the one that is open by its id. */
export interface ActivityRoute {
    readonly screen: "activity";
    readonly filter: ChangeFilter;
    readonly change?: number | undefined;
}

/** What is shown of a pool beside its devices, by its word in the address. */
export const poolTabs = ["properties", "features", "history"] as const;

export type PoolTab = (typeof poolTabs)[number];

/** What stands behind `?` in an address, by name. */
type Options = Readonly<Record<string, string | readonly string[]>>;

/**
 * The screen that an address names.
 *
 * @param path the decoded segments after `#/`, as `cockpit.location.path` gives them
 * @param options what stands behind `?`, as `cockpit.location.options` gives it; what no screen knows is left out
 * @returns undefined for an address that no screen answers
 */
export function parseRoute(path: readonly string[], options: Options = {}): Route | undefined {
    const [first, second, third, ...rest] = path;
    if (first === undefined) return { screen: "overview" };
    if (first === "import" || first === "create") return second === undefined ? { screen: first } : undefined;
    if (first === "activity") return second === undefined ? parseActivity(options) : undefined;
    if (first === "datasets") return parseDatasets(path.slice(1), options);
    if (first !== "pools" || second === undefined || rest.length > 0) return undefined;
    if (third === undefined) return { screen: "pool", pool: second };
    if (third === "add") return { screen: "add", pool: second };
    const tab = poolTabs.find((name) => name === third);
    return tab && { screen: "pool", pool: second, tab };
}

function parseDatasets(components: readonly string[], options: Options): DatasetsRoute | undefined {
    if (components.includes("")) return undefined;
    const dataset = components.length > 0 ? components.join("/") : undefined;
    const tab = dataset === undefined ? undefined : datasetTabs.find((name) => name === options.tab);
    const snapshot = tab === "snapshots" ? optionOf(options, "snapshot") : undefined;
    return { screen: "datasets", dataset, tab, snapshot };
}

function optionOf(options: Options, name: string): string | undefined {
    const value = options[name];
    return typeof value === "string" && value !== "" ? value : undefined;
}

function parseActivity(options: Options): ActivityRoute {
    const [text, person, state, pool, change] = ["text", "person", "state", "pool", "change"].map((name) =>
        optionOf(options, name),
    );
    return {
        screen: "activity",
        filter: { text, person, state, pool },
        change: change !== undefined && /^\d+$/.test(change) ? Number(change) : undefined,
    };
}

/** The address of a screen, beginning with `#/`; `parseRoute` reads it back. */
export function formatRoute(route: Route): string {
    switch (route.screen) {
        case "overview":
            return "#/";
        case "import":
        case "create":
            return `#/${route.screen}`;
        case "pool":
            return `#/pools/${[route.pool, route.tab ?? []].flat().map(encodeURIComponent).join("/")}`;
        case "add":
            return `#/pools/${encodeURIComponent(route.pool)}/add`;
        case "datasets": {
            const path = route.dataset?.split("/").map(encodeURIComponent) ?? [];
            return `#/${["datasets", ...path].join("/")}${formatOptions({ tab: route.tab, snapshot: route.snapshot })}`;
        }
        case "activity":
            return `#/activity${formatOptions({ ...route.filter, change: route.change })}`;
    }
}

function formatOptions(options: Readonly<Record<string, string | number | undefined>>): string {
    const pairs = Object.entries(options).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
    );
    return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}
