import { treeRows, treeStep } from "../../src/ui/tree.ts";
import type { TreeNode } from "../../src/ui/tree.ts";

const node = (id: string, ...children: readonly TreeNode<string>[]): TreeNode<string> => ({
    id,
    item: id,
    children,
});

const nodes = [
    node("tank", node("mirror", node("sda"), node("sdb")), node("sdc")),
    node("logs", node("sdd")),
];
const open = treeRows(nodes, new Set());
const folded = treeRows(nodes, new Set(["mirror", "logs"]));

const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

test("rows stand in the order of the tree, without what is folded", () => {
    expect(ids(open)).toEqual(["tank", "mirror", "sda", "sdb", "sdc", "logs", "sdd"]);
    expect(ids(folded)).toEqual(["tank", "mirror", "sdc", "logs"]);
});

test("a row says where it stands", () => {
    expect(open.find(({ id }) => id === "sdb")).toEqual({
        id: "sdb",
        item: "sdb",
        level: 3,
        position: 2,
        siblings: 2,
        parent: "mirror",
        isOpen: undefined,
    });
    expect(folded.find(({ id }) => id === "logs")).toMatchObject({ level: 1, position: 2, isOpen: false });
});

test.each([
    ["tank", "ArrowDown", { goTo: "mirror" }],
    ["sdb", "ArrowDown", { goTo: "sdc" }],
    ["sdd", "ArrowDown", undefined],
    ["sda", "ArrowUp", { goTo: "mirror" }],
    ["tank", "ArrowUp", undefined],
    ["sdb", "Home", { goTo: "tank" }],
    ["tank", "End", { goTo: "sdd" }],
    ["mirror", "ArrowRight", { goTo: "sda" }],
    ["sda", "ArrowRight", undefined],
    ["mirror", "ArrowLeft", { toggle: "mirror" }],
    ["sda", "ArrowLeft", { goTo: "mirror" }],
    ["tank", "x", undefined],
    ["gone", "ArrowDown", undefined],
] as const)("on %s, %s does %j", (id, key, step) => {
    expect(treeStep(open, id, key)).toEqual(step);
});

test.each([
    ["mirror", "ArrowRight", { toggle: "mirror" }],
    ["mirror", "ArrowLeft", { goTo: "tank" }],
    ["logs", "ArrowLeft", undefined],
    ["mirror", "ArrowDown", { goTo: "sdc" }],
] as const)("on %s, which is folded, %s does %j", (id, key, step) => {
    expect(treeStep(folded, id, key)).toEqual(step);
});
