import { sparesText } from "../../../src/pages/pool/spares-text.ts";
import type { Pool } from "../../../src/zfs/model.ts";

const pool = { name: "tank" } as Pool;
const checkpointed: Pool = { ...pool, checkpoint: { state: "exists" } };

test.each([
    [pool, true, undefined, /^The ZFS event daemon puts one in when a device fails$/],
    [pool, true, true, /^The ZFS event daemon puts one in .* takes a new disk in its slot/],
    [pool, true, false, /^The ZFS event daemon puts one in .* is not taken by itself/],
    [pool, false, true, /^The ZFS event daemon does not run: no spare steps in/],
    [checkpointed, true, true, /^No spare steps in while the pool has a checkpoint$/],
    [checkpointed, undefined, undefined, /^No spare steps in while the pool has a checkpoint$/],
])("what spares do is said as it is", (of, runsZed, autoreplace, words) => {
    expect(sparesText(of, runsZed, autoreplace)).toMatch(words);
});

test("while it is not known whether the daemon runs, nothing is claimed", () => {
    expect(sparesText(pool, undefined, true)).toBeUndefined();
});
