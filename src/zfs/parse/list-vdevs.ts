import type { VdevSpace } from "../model.ts";
import { decimal, parseSize } from "../size.ts";
import type { Tree } from "./forest.ts";
import { toForest } from "./forest.ts";
import { fail, toLines } from "./parse-error.ts";

/** Space of a vdev, a pool or (without any) a class, as `zpool list -v` shows it. */
export interface SizedVdev {
    readonly name: string;
    readonly space: VdevSpace;
    readonly children: readonly SizedVdev[];
}

/** A pool's vdevs, and the classes with theirs under the titles of `zpool list`: "spare" there, not "spares". */
export interface SizedPool extends SizedVdev {
    readonly sections: readonly SizedVdev[];
}

interface Row {
    readonly indent: number;
    readonly name: string;
    readonly health: string;
    /** As the columns have it: the size of a device for its space. */
    readonly columns: VdevSpace;
}

const SIZE = "([\\d.]+[KMGTPE]?|-)";
const RATIO = "([\\d.]+|-)[%x]?";

/** Name, size, alloc, free, ckpoint, expandsz, frag, cap, dedup, health. Names hold spaces. */
const ROW = new RegExp(
    `^( *)(.+?) {2,}${SIZE} +${SIZE} +${SIZE} +${SIZE} +${SIZE} +${RATIO} +${RATIO} +${RATIO} +(\\S+)`,
);

/**
 * Reads `zpool list -vp` (without -H, which takes the indent away), the only way before 2.3 to learn the sizes
 * of vdevs; sizes have three digits without -p. Use the same -P or -g as for the status that it is joined with.
 * @throws ParseError for a line that is not a row
 */
export function parseListVdevs(text: string): readonly SizedPool[] {
    const lines = toLines(text).filter((line) => !/^NAME +SIZE /.test(line.text));
    const pools: { readonly tree: Tree<Row>; readonly sections: SizedVdev[] }[] = [];
    const rows = lines.map((line) => readRow(line.text) ?? fail("no row of zpool list -v", line));
    for (const tree of toForest(rows)) {
        if (tree.row.health !== "-") pools.push({ tree, sections: [] });
        else pools.at(-1)?.sections.push(toSized(tree));
    }
    return pools.map(({ tree, sections }) => ({ ...toSized(tree), sections }));
}

function readRow(text: string): Row | undefined {
    const match = ROW.exec(text);
    if (match === null) return undefined;
    const [, blank = "", name = "", size = "", allocated = "", free = "", , expandable = ""] = match;
    const [fragmentation = "", , , health = ""] = match.slice(8);
    return {
        indent: blank.length,
        name,
        health,
        columns: {
            size: parseSize(size),
            allocated: parseSize(allocated),
            free: parseSize(free),
            expandable: parseSize(expandable),
            fragmentation: decimal(fragmentation),
        },
    };
}

function toSized({ row, children }: Tree<Row>): SizedVdev {
    const space = children.length === 0 ? spaceOfDevice(row.columns) : row.columns;
    return { name: row.name, space, children: children.map(toSized) };
}

/**
 * What ZFS made of a device is told of a top-level vdev alone, as ALLOC and FREE; its SIZE is that of the device, which
 * has labels, too, or the same as those two where the device is missing. print_list_stats() in zpool_main.c.
 */
function spaceOfDevice(columns: VdevSpace): VdevSpace {
    const { size: physical, allocated, free } = columns;
    if (allocated === undefined || free === undefined) return { ...columns, size: undefined, physical };
    const size = allocated + free;
    return { ...columns, size, physical: physical === size ? undefined : physical };
}
