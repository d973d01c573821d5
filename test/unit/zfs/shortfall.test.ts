import { shortfallOf } from "../../../src/zfs/shortfall.ts";

import { fixture } from "./fixtures.ts";

/** Also those of the helper's test. */
const cases = JSON.parse(fixture("zfs-outcome", "shortfalls.json")) as readonly {
    readonly command: string;
    readonly stderr: string;
    readonly shortfall: string | null;
}[];

test.each(cases)("$command: $shortfall", ({ command, stderr, shortfall }) => {
    expect(shortfallOf(command.split(" "), stderr) ?? null).toBe(shortfall);
});
