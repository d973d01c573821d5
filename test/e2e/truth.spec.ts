import { differences } from "../status-differences.ts";

import { expect, test } from "./fixtures.ts";
import { states } from "./states/all.ts";
import { outline, unindent } from "./states/outline.ts";
import { readMoment } from "./states/reads.ts";
import { enter, leave } from "./states/state.ts";

/** What goes on between two calls changes these, also when its progress is held still. */
const moving = ["rate", "scanRate", "secondsLeft"];

/** Lines and remarks that are not known are kept by the text form alone. */
const textAlone = ["unknown"];

for (const state of states) {
    test(`our model says what ZFS says: ${state.name}`, async ({ machine }) => {
        try {
            const says = unindent(await enter(machine, state));
            const { text, joined, json } = await readMoment(machine);
            expect(outline(text)).toBe(says);
            expect(text.flatMap(({ unknown }) => unknown)).toEqual([]);
            if (json === undefined) return;
            expect(outline(json)).toBe(says);
            expect(differences(joined, json, [...moving, ...textAlone])).toEqual([]);
        } finally {
            await leave(machine, state);
        }
    });
}
