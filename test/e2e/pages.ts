import type { Locator } from "@playwright/test";

import { formatRoute } from "../../src/routes.ts";
import type { DatasetTab } from "../../src/routes.ts";

import type { Session } from "./session.ts";
import type { OutlineRow } from "./states/outline.ts";

/** Where tests find things on our pages: the one place to change when a page is drawn otherwise. */
export class Pages {
    constructor(private readonly session: Session) {}

    /** Opens the overview. */
    async openOverview(): Promise<void> {
        await this.session.goTo("/");
    }

    /** Opens the page of a pool, with its devices. */
    async openPool(name: string): Promise<void> {
        await this.session.goTo(formatRoute({ screen: "pool", pool: name }));
    }

    /** Opens the page of a dataset, and one of its tabs. */
    async openDataset(dataset: string, tab?: DatasetTab): Promise<void> {
        await this.session.goTo(formatRoute({ screen: "datasets", dataset, tab }));
    }

    /** Opens the dialog that creates a dataset in another one, on the page of that. */
    async openCreate(parent: string): Promise<Locator> {
        await this.openDataset(parent);
        const { zfs } = this.session;
        await zfs.getByRole("button", { name: "Create dataset…" }).click();
        return zfs.getByRole("dialog");
    }

    /** The card of a pool in the overview. */
    poolCard(name: string): Locator {
        const { zfs } = this.session;
        return zfs.getByRole("listitem").filter({ has: zfs.getByRole("heading", { name, exact: true }) });
    }

    /** The row of a dataset in the tree of datasets. */
    datasetRow(name: string): Locator {
        const { zfs } = this.session;
        return zfs.locator("tr[data-row]").filter({ has: zfs.locator(`a[title="${name}"]`) });
    }

    /** The row of the device tree with this name; of a file or disk the name is the end of what the page shows. */
    deviceRow({ name, state }: OutlineRow): Locator {
        const { zfs } = this.session;
        const shown = name === "GUID" ? /^\d{15,}$/ : new RegExp(`(^|[/_-])${escapeRegExp(name)}$`);
        const rows = zfs.getByRole("row").filter({ has: zfs.getByText(shown) });
        const word = state && stateWords[state];
        // a spare that is in use has two rows, with different states
        return word ? rows.filter({ has: zfs.getByText(word, { exact: true }) }).first() : rows;
    }
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** ZFS's word for a state as the pages say it. */
export const stateWords: Readonly<Record<string, string>> = {
    ONLINE: "Online",
    DEGRADED: "Degraded",
    OFFLINE: "Offline",
    REMOVED: "Removed",
    UNAVAIL: "Unavailable",
    FAULTED: "Faulted",
    AVAIL: "Available",
    INUSE: "In use",
};

/** How the row of a device says a remark of an outline. */
export function remarkWords(remark: string): RegExp {
    const [, was] = /^was (.*)$/.exec(remark) ?? [];
    if (was !== undefined) return new RegExp(`was \\S*[/_-]${escapeRegExp(was)}\\b`);
    switch (remark) {
        case "trim active":
            return /trimming \d+%/;
        case "trim suspended":
            return /trimmed \d+%, suspended/;
        case "initialize suspended":
            return /initialized \d+%, suspended/;
        default:
            return new RegExp(escapeRegExp(remark));
    }
}

/** What a line of an outline that is not a row, or the remark of a row, makes the card of the pool say. */
export const cardWords: readonly (readonly [line: string, words: RegExp])[] = [
    ["scan: scrub finished", /Scrub finished/],
    ["scan: scrub inProgress", /Scrub: /],
    ["scan: scrub paused", /Scrub paused/],
    ["scan: resilver inProgress", /Resilver: /],
    ["scan: resilver finished", /Resilver finished/],
    ["rebuild: mirror-0 inProgress", /Rebuild of mirror-0: /],
    ["removal: inProgress", /Removal of a device: /],
    ["expansion: raidz1-0 inProgress", /Expansion of raidz1-0: /],
    ["checkpoint: exists", /Checkpoint made/],
    ["errors: count", /Data is damaged and could not be repaired/],
    ["trim active", /Trimming 2 devices: /],
    ["trim suspended", /Suspended trim of 2 devices: /],
    ["initialize suspended", /Suspended initializing of 2 devices: /],
];
