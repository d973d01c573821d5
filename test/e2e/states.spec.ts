import { differences } from "../status-differences.ts";
import type { Machine } from "../vm/machine.ts";

import { expect, test } from "./fixtures.ts";
import { cardWords, Pages, stateWords } from "./pages.ts";
import type { Session } from "./session.ts";
import { states } from "./states/all.ts";
import { outline, outlineRows, unindent } from "./states/outline.ts";
import { readMoment } from "./states/reads.ts";
import { enter, hasFeature, leave } from "./states/state.ts";
import type { State } from "./states/state.ts";

/** These change from one call to the next also where all progress is held still. */
const moving = ["rate", "scanRate", "secondsLeft"];

/**
 * Not compared here: the text has more of it (free, fragmentation, the size of a spare), and pools are written to between
 * the calls. `test/unit/zfs/status-forms.test.ts` holds the sizes against each other.
 */
const otherwise = ["space"];

/** Reads the pools in every form that this ZFS prints, and finds in our model what the outline says. */
async function expectModelled(machine: Machine, state: State, says: string): Promise<void> {
    const { text, joined, json } = await readMoment(machine);
    expect(outline(text)).toBe(says);
    expect(text.flatMap(({ unknown }) => unknown)).toEqual([]);
    // both came with 2.3
    expect(json !== undefined).toBe(await hasFeature(machine, "raidz_expansion"));
    if (json === undefined) return;
    expect(outline(json)).toBe(says.replace(`  ${state.textAlone}`, ""));
    expect(differences(joined, json, [...moving, ...otherwise, ...(state.moves ?? [])])).toEqual([]);
}

/** Sees every pool of an outline in the overview, with what goes on there, and every row of its device tree on its own page. */
async function expectShown(admin: Session, says: string): Promise<void> {
    const pages = new Pages(admin);
    const rows = outlineRows(says);
    const pools = rows.filter(({ pool, name }) => pool === name);
    await pages.openOverview();
    for (const { name, state = "" } of pools) {
        await expect(
            pages.poolCard(name).getByText(stateWords[state] ?? state, { exact: true }),
        ).toBeVisible();
    }
    for (const [, words] of cardWords.filter(([line]) => says.includes(line))) {
        await expect(pages.poolCard(pools[0]?.name ?? "").getByText(words)).toBeVisible();
    }
    for (const { name: pool } of pools) {
        await pages.openPool(pool);
        await expect(admin.zfs.getByRole("heading", { name: pool, level: 1, exact: true })).toBeVisible();
        for (const row of rows.filter((candidate) => candidate.pool === pool)) {
            await expect(pages.deviceRow(row)).toBeVisible();
        }
    }
}

for (const state of states) {
    test(`our model and the page say what ZFS says: ${state.name} @all`, async ({ machine, admin }) => {
        try {
            const says = unindent(await enter(machine, state));
            await expectModelled(machine, state, says);
            await expectShown(admin, says);
        } finally {
            await leave(machine, state);
        }
    });
}
