import { sparesText } from "../../../src/pages/pool/spares-text.ts";
import { detachText } from "../../../src/pages/vdev/detach-text.ts";
import type { Pool, Vdev } from "../../../src/zfs/model.ts";

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

const device = (name: string): Vdev => ({ name, state: "ONLINE", notes: [], children: [] });
const [old, young] = [device("sda"), device("sdb")];
const within = (kind: string, vdev: Vdev) => ({
    vdev,
    above: [{ ...device(`${kind}-0`), kind, children: [old, young] }],
});

test.each([
    ["spare", young, "The spare is free again, and sda stays in its place."],
    ["spare", old, "The spare sdb takes its place for good."],
    ["replacing", young, "The replacement is given up: sda stays."],
    ["replacing", old, /^sdb takes its place for good/],
    ["mirror", old, /mirror-0 has no redundancy any more/],
] as const)("what detaching in a %s comes to: %#", (kind, vdev, words) => {
    expect(detachText(within(kind, vdev))).toMatch(words);
});
