import type { Pool, Vdev } from "../../src/zfs/model.ts";
import { formatCount, formatSize } from "../../src/zfs/size.ts";
import { differences } from "../status-differences.ts";
import type { Machine } from "../vm/machine.ts";

import { expect, test } from "./fixtures.ts";
import { cardWords, Pages, remarkWords, stateWords } from "./pages.ts";
import type { Session } from "./session.ts";
import { states } from "./states/all.ts";
import { deviceName, outline, outlineRows, unindent } from "./states/outline.ts";
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

/**
 * Reads the pools in every form that this ZFS prints, and finds in our model what the outline says; gives what it says of
 * the form that the page reads.
 */
async function expectModelled(machine: Machine, state: State, says: string): Promise<string> {
    const { text, joined, json } = await readMoment(machine);
    expect(outline(text)).toBe(says);
    expect(text.flatMap(({ unknown }) => unknown)).toEqual([]);
    // both came with 2.3
    expect(json !== undefined).toBe(await hasFeature(machine, "raidz_expansion"));
    if (json === undefined) return says;
    const read = says.replace(`  ${state.textAlone}`, "");
    expect(outline(json)).toBe(read);
    expect(differences(joined, json, [...moving, ...otherwise, ...(state.moves ?? [])])).toEqual([]);
    return read;
}

/** Sees every pool of an outline in the overview, with what goes on there, and every row of its device tree on its own page. */
async function expectShown(machine: Machine, admin: Session, says: string): Promise<void> {
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
            const shown = pages.deviceRow(row);
            await expect(shown).toBeVisible();
            for (const remark of row.remarks?.split(", ") ?? []) {
                await expect(shown.locator(".zfs-remarks").first()).toContainText(remarkWords(remark));
            }
        }
        await expectNumbers(machine, pages, pool);
    }
}

/** Sees the error counters, the size and the used space of every device as they are in our model of the same host. */
async function expectNumbers(machine: Machine, pages: Pages, pool: string): Promise<void> {
    // the space of a pool may change between two looks
    await expect(async () => {
        // an event: of used space alone nothing is read for a while
        await machine.execute(["zpool", "set", "comment=looked at", pool]);
        const { joined, json = joined } = await readMoment(machine);
        for (const vdev of leaves(json.find(({ name }) => name === pool))) {
            const { errors, slowIos, space } = vdev;
            const size = space?.size ?? space?.physical;
            const row = pages.deviceRow({ pool, name: deviceName(vdev.name), state: vdev.state });
            await expect(row.locator("td.zfs-number")).toHaveText(
                [
                    ...[errors?.read, errors?.write, errors?.checksum, slowIos].map((count) =>
                        count === undefined ? "" : formatCount(count),
                    ),
                    // the page may know it of the disk
                    size === undefined ? /.*/ : formatSize(size),
                    space?.allocated === undefined ? "" : formatSize(space.allocated),
                ],
                { timeout: 10_000 },
            );
        }
    }).toPass({ timeout: 120_000 });
}

/** The devices of a pool, without what groups them. */
function leaves(pool: Pool | undefined): readonly Vdev[] {
    if (!pool) throw new Error("the pool is gone");
    const under = (vdev: Vdev): readonly Vdev[] =>
        vdev.children.length === 0 ? [vdev] : vdev.children.flatMap(under);
    return [pool.root, ...pool.sections.flatMap(({ vdevs }) => vdevs)].flatMap(under);
}

for (const state of states) {
    test(`our model and the page say what ZFS says: ${state.name} @all`, async ({ machine, admin }) => {
        try {
            const says = unindent(await enter(machine, state));
            await expectShown(machine, admin, await expectModelled(machine, state, says));
        } finally {
            await leave(machine, state);
        }
    });
}
