import { datasetNodes } from "../../../src/pages/datasets/dataset-nodes.ts";
import type { DatasetNode, TreeOptions } from "../../../src/pages/datasets/dataset-nodes.ts";
import { isOpen, noFilter } from "../../../src/store/dataset-view.ts";
import { treeRows } from "../../../src/ui/tree.ts";
import type { Dataset } from "../../../src/zfs/dataset.ts";

const dataset = (name: string, used = 0n, more: Partial<Dataset> = {}): Dataset => ({
    name,
    type: "filesystem",
    guid: name,
    used,
    ...more,
});

/** The order of `zfs list`: a blank stands before a slash, so what lies in "a" comes after "a b". */
const some = [
    dataset("safe", 5n),
    dataset("tank", 30n),
    dataset("tank/a", 10n),
    dataset("tank/a b", 20n, { type: "volume" }),
    dataset("tank/a/x", 1n),
    dataset("tank/a/y", 9n),
];

const byName: TreeOptions = { filter: noFilter, sort: { column: "name", direction: "asc" } };
const looking = (text: string, traits: TreeOptions["filter"]["traits"] = []): TreeOptions => ({
    ...byName,
    filter: { text, traits },
});

/** The tree in one line: those in parentheses only lead to what is looked for. */
const outline = (nodes: readonly DatasetNode[]): string =>
    nodes
        .map(({ id, item, children }) => {
            const isWay = item.kind === "dataset" && !item.isMatch;
            const name = isWay ? `(${id})` : id;
            return children.length > 0 ? `${name}[${outline(children)}]` : name;
        })
        .join(" ");

test("each lies in its parent, whatever stands between them", () => {
    expect(outline(datasetNodes(some, byName))).toBe("safe tank[tank/a[tank/a/x tank/a/y] tank/a b]");
});

test("in the other order, and by space", () => {
    const sort = (column: string, direction: "asc" | "desc") =>
        outline(datasetNodes(some, { ...byName, sort: { column, direction } }));
    expect(sort("name", "desc")).toBe("tank[tank/a b tank/a[tank/a/y tank/a/x]] safe");
    expect(sort("used", "desc")).toBe("tank[tank/a b tank/a[tank/a/y tank/a/x]] safe");
    expect(sort("used", "asc")).toBe("safe tank[tank/a[tank/a/x tank/a/y] tank/a b]");
});

test("what lies in one dataset alone", () => {
    expect(outline(datasetNodes(some, { ...byName, root: "tank/a" }))).toBe("tank/a/x tank/a/y");
});

test("those whose parent is not there stand by themselves", () => {
    expect(outline(datasetNodes(some.slice(2), byName))).toBe("tank/a[tank/a/x tank/a/y] tank/a b");
});

test("what is looked for, with the way to it", () => {
    expect(outline(datasetNodes(some, looking("X")))).toBe("(tank)[(tank/a)[tank/a/x]]");
    expect(outline(datasetNodes(some, looking("a tank y")))).toBe("(tank)[(tank/a)[tank/a/y]]");
    expect(outline(datasetNodes(some, looking("", ["volume"])))).toBe("(tank)[tank/a b]");
    expect(outline(datasetNodes(some, looking("", ["volume", "filesystem"])))).toContain("tank/a/x");
    expect(outline(datasetNodes(some, looking("nothing")))).toBe("");
});

test("layers of containers are one heap, and few of them are none", () => {
    const layers = (count: number) =>
        Array.from({ length: count }, (_unused, index) =>
            dataset(`tank/docker/${String(index).repeat(64)}`, 2n),
        );
    const withLayers = (count: number) =>
        datasetNodes(
            [...some.slice(0, 2), dataset("tank/docker"), ...layers(count), dataset("tank/docker/own")],
            byName,
        );
    expect(outline(withLayers(4))).not.toContain("tank/docker/[");
    expect(outline(withLayers(6))).toMatch(/tank\/docker\[tank\/docker\/own tank\/docker\/\[tank/);
    const numbered = Array.from({ length: 9 }, (_unused, index) => dataset(`tank/containerd/${index}`));
    expect(outline(datasetNodes([dataset("tank/containerd"), ...numbered], byName))).toContain(
        "containerd/[",
    );
    const years = Array.from({ length: 9 }, (_unused, index) => dataset(`tank/photos/${2000 + index}`));
    expect(outline(datasetNodes([dataset("tank/photos"), ...years], byName))).not.toContain("photos/[");
});

test("which rows are open", () => {
    const auto = { base: "auto", toggled: new Set(["tank/a"]) } as const;
    const row = (id: string, level: number) => ({ id, level, isHeap: id.endsWith("/") });
    expect(isOpen(auto, row("tank", 1), 10)).toBe(true);
    expect(isOpen(auto, row("tank/a", 2), 10)).toBe(false);
    expect(isOpen(auto, row("tank/a", 2), 10_000)).toBe(true);
    expect(isOpen(auto, row("tank/b", 2), 10_000)).toBe(false);
    expect(isOpen({ ...auto, base: "open" }, row("tank/b", 2), 10_000)).toBe(true);
    expect(isOpen({ ...auto, base: "open" }, row("tank/docker/", 3), 10)).toBe(false);
    expect(isOpen({ ...auto, base: "closed" }, row("tank", 1), 10)).toBe(false);
});

test("ten thousand make a tree, each in its place", () => {
    const many = [
        dataset("tank"),
        ...Array.from({ length: 100 }, (_unused, group) => [
            dataset(`tank/${group}`),
            ...Array.from({ length: 99 }, (_also, index) => dataset(`tank/${group}/${index}`, BigInt(index))),
        ]).flat(),
    ];
    const rows = treeRows(
        datasetNodes(many, { ...byName, sort: { column: "used", direction: "desc" } }),
        new Set(),
    );
    expect(rows).toHaveLength(many.length);
    expect(rows[1]).toMatchObject({ level: 2, position: 1, siblings: 100, isOpen: true });
});
