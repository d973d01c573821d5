import type { Pool, PoolUsage, Section, Vdev } from "./model.ts";
import type { SizedPool, SizedVdev } from "./parse/list-vdevs.ts";

/** What one call each says before 2.3. They come one after the other, so a pool may have changed in between. */
export interface StatusParts {
    /** `zpool status -pPsti` */
    readonly status: readonly Pool[];
    /** The same with -g, for the guids. */
    readonly guids: readonly Pool[];
    /** `zpool list -vpP`, for the sizes. */
    readonly sizes: readonly SizedPool[];
    /** `zpool list -Hp`, for the guids of the pools themselves. */
    readonly usage: readonly PoolUsage[];
}

/** `zpool list` calls a class otherwise. */
const LIST_TITLES: ReadonlyMap<string, string> = new Map([["spares", "spare"]]);

/**
 * Makes of what text can say the model that one JSON call gives. A guid is taken over only where both trees have
 * the same shape, a size only where the names agree; else the field stays undefined.
 */
export function joinStatus({ status, guids, sizes, usage }: StatusParts): readonly Pool[] {
    return status.map((pool) => {
        const byName = <Item extends { readonly name: string }>(items: readonly Item[]) =>
            items.find((item) => item.name === pool.name);
        const guid = byName(usage)?.guid;
        const withSizes = addSizes(pool, byName(sizes));
        const joined = addGuids(withSizes, byName(guids));
        return { ...joined, guid, root: { ...joined.root, guid } };
    });
}

function addGuids(pool: Pool, other: Pool | undefined): Pool {
    if (other === undefined || shapeOf(pool) !== shapeOf(other)) return pool;
    return {
        ...pool,
        root: withGuid(pool.root, other.root),
        sections: pool.sections.map((section, index) => ({
            ...section,
            vdevs: section.vdevs.map((vdev, at) => withGuid(vdev, other.sections[index]?.vdevs[at])),
        })),
    };
}

/** The tree with states and without names: equal when two calls saw the same devices. */
function shapeOf(pool: Pool): string {
    const shape = (vdev: Vdev): unknown => [vdev.state, vdev.children.map(shape)];
    return JSON.stringify([
        shape(pool.root),
        pool.sections.map(({ kind, vdevs }) => [kind, vdevs.map(shape)]),
    ]);
}

function withGuid(vdev: Vdev, other: Vdev | undefined): Vdev {
    return {
        ...vdev,
        guid: /^\d+$/.test(other?.name ?? "") ? other?.name : vdev.guid,
        children: vdev.children.map((child, index) => withGuid(child, other?.children[index])),
    };
}

function addSizes(pool: Pool, sized: SizedPool | undefined): Pool {
    if (sized === undefined) return pool;
    return {
        ...pool,
        root: withSize(pool.root, sized),
        sections: pool.sections.map((section) => withSectionSizes(section, sized.sections)),
    };
}

function withSectionSizes(section: Section, titles: readonly SizedVdev[]): Section {
    const title = titles.find(({ name }) => name === (LIST_TITLES.get(section.kind) ?? section.kind));
    return { ...section, vdevs: sizeAll(section.vdevs, title?.children ?? []) };
}

function sizeAll(vdevs: readonly Vdev[], sized: readonly SizedVdev[]): readonly Vdev[] {
    const byName = new Map(sized.map((candidate) => [candidate.name, candidate]));
    return vdevs.map((vdev) => withSize(vdev, byName.get(vdev.name)));
}

function withSize(vdev: Vdev, sized: SizedVdev | undefined): Vdev {
    return sized === undefined
        ? vdev
        : { ...vdev, space: sized.space, children: sizeAll(vdev.children, sized.children) };
}
