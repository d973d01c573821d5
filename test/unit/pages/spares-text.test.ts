import { sparesText } from "../../../src/pages/pool/spares-text.ts";
import type { Pool } from "../../../src/zfs/model.ts";

const pool = { name: "tank" } as Pool;
const checkpointed: Pool = { ...pool, checkpoint: { state: "exists" } };

test.each([
    [pool, true, /^The ZFS event daemon puts one in/],
    [pool, false, /^The ZFS event daemon does not run: no spare steps in/],
    [checkpointed, true, /^No spare steps in while the pool has a checkpoint$/],
    [checkpointed, undefined, /^No spare steps in while the pool has a checkpoint$/],
])("what spares do is said as it is", (of, runsZed, words) => {
    expect(sparesText(of, runsZed)).toMatch(words);
});

test("while it is not known whether the daemon runs, nothing is claimed", () => {
    expect(sparesText(pool, undefined)).toBeUndefined();
});
