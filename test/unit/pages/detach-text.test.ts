import { detachText } from "../../../src/pages/vdev/detach-text.ts";
import type { Vdev } from "../../../src/zfs/model.ts";

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
