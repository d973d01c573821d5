// Where in the page a person is, and the address that says so. Pure: the same table reads and writes addresses.

/** A screen of the page. */
export type Route =
    | { readonly screen: "overview" }
    /** Without a tab it is the devices. */
    | { readonly screen: "pool"; readonly pool: string; readonly tab?: PoolTab };

/** What is shown of a pool beside its devices. */
export type PoolTab = (typeof poolTabs)[number];

const poolTabs = ["properties"] as const;

/**
 * The screen that an address names.
 *
 * @param path the decoded segments after `#/`, as `cockpit.location.path` gives them
 * @returns undefined for an address that no screen answers
 */
export function parseRoute(path: readonly string[]): Route | undefined {
    const [first, second, third, ...rest] = path;
    if (first === undefined) return { screen: "overview" };
    if (first !== "pools" || second === undefined || rest.length > 0) return undefined;
    if (third === undefined) return { screen: "pool", pool: second };
    const tab = poolTabs.find((name) => name === third);
    return tab && { screen: "pool", pool: second, tab };
}

/** The address of a screen, beginning with `#/`; `parseRoute` reads it back. */
export function formatRoute(route: Route): string {
    switch (route.screen) {
        case "overview":
            return "#/";
        case "pool":
            return `#/pools/${[route.pool, route.tab ?? []].flat().map(encodeURIComponent).join("/")}`;
    }
}
