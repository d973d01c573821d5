import { expect, test } from "./fixtures.ts";
import { cardWords, Pages, stateWords } from "./pages.ts";
import type { Session } from "./session.ts";
import { states } from "./states/all.ts";
import { outlineRows } from "./states/outline.ts";
import { enter, leave } from "./states/state.ts";

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
    test(`the page shows: ${state.name} @all`, async ({ machine, admin }) => {
        try {
            await expectShown(admin, await enter(machine, state));
        } finally {
            await leave(machine, state);
        }
    });
}
