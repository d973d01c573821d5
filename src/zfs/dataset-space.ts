import type { Dataset } from "./dataset.ts";
import type { Bytes } from "./model.ts";
import { percentOf } from "./size.ts";

/** What takes the space of a dataset: `used` is the sum of the four. */
export const spaceKinds = ["data", "snapshots", "children", "reservation"] as const;

export type SpaceKind = (typeof spaceKinds)[number];

export interface SpacePart {
    readonly kind: SpaceKind;
    readonly bytes: Bytes;
}

/** The parts of what a dataset uses, the same four in the same order; none where ZFS does not tell them. */
export function spaceParts(dataset: Dataset): readonly SpacePart[] {
    const sizes: Readonly<Record<SpaceKind, Bytes | undefined>> = {
        data: dataset.usedByDataset,
        snapshots: dataset.usedBySnapshots,
        children: dataset.usedByChildren,
        reservation: dataset.usedByRefreservation,
    };
    return spaceKinds.flatMap((kind) => {
        const bytes = sizes[kind];
        return bytes === undefined ? [] : [{ kind, bytes }];
    });
}

/** A limit, and how much of it is used: `quota` counts all that is below, `refquota` the dataset's own data alone. */
export interface QuotaUse {
    readonly property: "quota" | "refquota";
    readonly limit: Bytes;
    readonly used: Bytes;
    readonly percent: number;
}

/** The limits of a dataset. */
export function quotaUses({ quota, refquota, used, referenced }: Dataset): readonly QuotaUse[] {
    const compared = (property: QuotaUse["property"], limit?: Bytes, taken?: Bytes): readonly QuotaUse[] =>
        limit === undefined || taken === undefined
            ? []
            : [{ property, limit, used: taken, percent: percentOf(taken, limit) }];
    return [...compared("quota", quota, used), ...compared("refquota", refquota, referenced)];
}

/** Percent of a quota from which on it is nearly full. */
const nearlyFull = 90;

/** The limit of a dataset that is nearly reached, the one that is nearest. */
export const tightQuota = (dataset: Dataset): QuotaUse | undefined =>
    quotaUses(dataset)
        .filter(({ percent }) => percent >= nearlyFull)
        .sort((one, other) => other.percent - one.percent)[0];
