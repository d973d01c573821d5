import { differences } from "../status-differences.ts";

import { expect, test } from "./fixtures.ts";
import { states } from "./states/all.ts";
import { outline, unindent } from "./states/outline.ts";
import { readMoment } from "./states/reads.ts";
import { enter, hasFeature, leave } from "./states/state.ts";

/** These change from one call to the next also where all progress is held still. */
const moving = ["rate", "scanRate", "secondsLeft"];

/**
 * Known from both forms, and not the same there: `zpool list -v` takes the whole of a device for its size, `status`
 * what ZFS made of it.
 */
const otherwise = ["space"];

for (const state of states) {
    test(`our model says what ZFS says: ${state.name} @all`, async ({ machine }) => {
        try {
            const says = unindent(await enter(machine, state));
            const { text, joined, json } = await readMoment(machine);
            expect(outline(text)).toBe(says);
            expect(text.flatMap(({ unknown }) => unknown)).toEqual([]);
            // both came with 2.3
            expect(json !== undefined).toBe(await hasFeature(machine, "raidz_expansion"));
            if (json === undefined) return;
            expect(outline(json)).toBe(says.replace(`  ${state.textAlone}`, ""));
            expect(differences(joined, json, [...moving, ...otherwise, ...(state.moves ?? [])])).toEqual([]);
        } finally {
            await leave(machine, state);
        }
    });
}
