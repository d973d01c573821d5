import type { Bytes, UnixTime } from "./model.ts";

/** A snapshot, as one line of `zfs list` describes it. A field that this ZFS does not tell is undefined. */
export interface Snapshot {
    /** In full: `tank/home@monday`. */
    readonly name: string;
    readonly guid: string;
    /** The transaction group in which it was taken: what is older has a smaller one. */
    readonly createtxg: number;
    readonly creation?: UnixTime | undefined;
    /** What would be free if it alone was destroyed. */
    readonly used?: Bytes | undefined;
    /** What can be reached from it. */
    readonly referenced?: Bytes | undefined;
    /** How often it is held. */
    readonly holds?: number | undefined;
}

/** What stands behind the @. */
export const labelOf = ({ name }: Pick<Snapshot, "name">): string => name.slice(name.indexOf("@") + 1);

/** By what snapshots are sorted. */
export type SnapshotColumn = "name" | "created" | "used" | "referenced" | "holds";

const keyOf: Readonly<Record<Exclude<SnapshotColumn, "name">, keyof Snapshot>> = {
    created: "createtxg",
    used: "used",
    referenced: "referenced",
    holds: "holds",
};

/** Those whose own name holds a text, whatever its case. */
export function filterSnapshots(snapshots: readonly Snapshot[], text: string): readonly Snapshot[] {
    const part = text.trim().toLowerCase();
    return part === "" ? snapshots : snapshots.filter((one) => labelOf(one).toLowerCase().includes(part));
}

/** Sorts snapshots; those of which it is not known come last, and what is alike stays in the order of time. */
export function sortSnapshots(
    snapshots: readonly Snapshot[],
    column: SnapshotColumn,
    direction: "asc" | "desc",
): readonly Snapshot[] {
    const sign = direction === "asc" ? 1 : -1;
    const byTime = (one: Snapshot, other: Snapshot) => sign * (one.createtxg - other.createtxg);
    if (column === "name")
        return snapshots.toSorted((one, other) => sign * byText.compare(labelOf(one), labelOf(other)));
    const key = keyOf[column];
    return snapshots.toSorted((one, other) => {
        const [a, b] = [one[key], other[key]];
        if (a === b) return byTime(one, other);
        if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
        return a < b ? -sign : sign;
    });
}

/** Numbers in names count as numbers. It is made once: that costs more than to use it. */
const byText = new Intl.Collator(undefined, { numeric: true });
