import type { Disk } from "../disk.ts";
import type { Bytes } from "../model.ts";

import { LEAST_ASHIFT, autoAshifts, otherAshift } from "./ashift.ts";
import { WIDE, isDraid, isRaidz, leastDisks, parityOfKind } from "./plan.ts";
import type { LayoutKind, PlannedVdev, VdevClass } from "./plan.ts";
import { isMixed, replicationOf } from "./replication.ts";
import type { Replication } from "./replication.ts";
import { autoAshift, smallest } from "./space.ts";
import { isVital, tolerance } from "./survival.ts";

/** What is unwise about a plan, and the figures that say why. */
export type PlanWarning =
    /** Data is lost with the first disk. */
    | { readonly kind: "noRedundancy" }
    /** A special or dedup vdev of one disk: with it goes the pool. */
    | { readonly kind: "singleVital"; readonly class: VdevClass }
    /** What was promised to be written is lost when a log fails while the host crashes. */
    | { readonly kind: "singleLog" }
    /** Disks of one vdev differ; `wasted` bytes are never used. zpool refuses it unless by force. */
    | { readonly kind: "unequalSizes"; readonly layout: LayoutKind; readonly wasted: Bytes }
    /** Vdevs of unequal redundancy. zpool refuses it unless by force. */
    | { readonly kind: "mixedRedundancy" }
    /** Sectors of so many bytes in one pool. */
    | { readonly kind: "mixedSectors"; readonly sizes: readonly number[] }
    /** Blocks smaller than the sectors of a disk: each write becomes a read and a write. */
    | { readonly kind: "smallAshift"; readonly ashift: number; readonly sector: number }
    /** Disks say of themselves that their sectors are so small, which few of today are, and nobody has asked for more. */
    | { readonly kind: "claimedSectors"; readonly ashift: number }
    /** Blocks of another size than those of vdevs of the pool. ZFS of today refuses it unless by force. */
    | { readonly kind: "otherAshift"; readonly ashift: number; readonly present: readonly number[] }
    | { readonly kind: "wideRaidz"; readonly width: number }
    /** While a large disk is rebuilt, for days, no other may fail. */
    | { readonly kind: "largeRaidz1"; readonly size: Bytes }
    /** A mirror of as many disks holds the same and is faster. */
    | { readonly kind: "narrowRaidz"; readonly layout: LayoutKind }
    | { readonly kind: "smallDraid"; readonly width: number };

/** What a plan is judged by beside itself. */
export interface WarningContext {
    /** The vdevs of the pool to which it is added. */
    readonly present?: readonly Replication[];
    /** The block sizes of those vdevs, as far as they are known. */
    readonly presentAshifts?: readonly number[];
    readonly ashift?: number | undefined;
}

/** Disks of a vdev may differ by so much before zpool minds. ZPOOL_FUZZ in zpool_vdev.c */
const FUZZ = 16n << 20n;
/** From which size on one disk of parity is little. */
const LARGE = 2n << 40n;
/** Disks below which the spread spare of a draid gains little over a raidz with a hot spare. */
const FEW_FOR_DRAID = 10;

/** All that is unwise about a plan, the gravest first, each once. */
export function warningsOf(
    vdevs: readonly PlannedVdev[],
    { present = [], presentAshifts = [], ashift }: WarningContext = {},
): readonly PlanWarning[] {
    const grouped = vdevs.filter(({ kind }) => kind !== "stripe");
    const compared = vdevs.filter(isVital).map(replicationOf);
    return [
        ...redundancyWarnings(vdevs),
        ...(isMixed(compared, present) ? [{ kind: "mixedRedundancy" as const }] : []),
        ...grouped.flatMap(sizeWarning),
        ...unique(grouped.flatMap(shapeWarnings)),
        ...sectorWarnings(vdevs, ashift),
        // in a pool that has blocks already, theirs are the measure
        ...(ashift === undefined && presentAshifts.length === 0 ? claimWarning(vdevs) : []),
        ...ashiftWarning(vdevs, presentAshifts, ashift),
    ];
}

function redundancyWarnings(vdevs: readonly PlannedVdev[]): readonly PlanWarning[] {
    const weak = (vdevClass: VdevClass) =>
        vdevs.some((vdev) => vdev.class === vdevClass && tolerance(vdev) === 0);
    return [
        ...(weak("data") ? [{ kind: "noRedundancy" as const }] : []),
        ...(["special", "dedup"] as const).filter(weak).map(singleVital),
        ...(weak("log") ? [{ kind: "singleLog" as const }] : []),
    ];
}

const singleVital = (vdevClass: VdevClass): PlanWarning => ({ kind: "singleVital", class: vdevClass });

function sizeWarning({ kind, disks }: PlannedVdev): readonly PlanWarning[] {
    const sizes = disks.map(({ size = 0n }) => size);
    const least = smallest(disks);
    if (sizes.every((size) => size - least <= FUZZ)) return [];
    const wasted = sizes.reduce((sum, size) => sum + size - least, 0n);
    return [{ kind: "unequalSizes", layout: kind, wasted }];
}

function shapeWarnings({ kind, disks }: PlannedVdev): readonly PlanWarning[] {
    const width = disks.length;
    if (isDraid(kind)) return width < FEW_FOR_DRAID ? [{ kind: "smallDraid", width }] : [];
    if (!isRaidz(kind)) return [];
    const size = smallest(disks);
    return [
        ...(width === leastDisks(kind) ? [{ kind: "narrowRaidz" as const, layout: kind }] : []),
        ...(width > WIDE ? [{ kind: "wideRaidz" as const, width }] : []),
        ...(parityOfKind(kind) === 1 && size > LARGE ? [{ kind: "largeRaidz1" as const, size }] : []),
    ];
}

function sectorWarnings(vdevs: readonly PlannedVdev[], ashift: number | undefined): readonly PlanWarning[] {
    const disks = vdevs.filter(isVital).flatMap((vdev) => vdev.disks);
    const sizes = [...new Set(disks.map(sectorOf))].toSorted((one, other) => one - other);
    const sector = sizes.at(-1) ?? 0;
    return [
        ...(ashift !== undefined && disks.length > 0 && ashift < autoAshift(disks)
            ? [{ kind: "smallAshift" as const, ashift, sector }]
            : []),
        ...(sizes.length > 1 ? [{ kind: "mixedSectors" as const, sizes }] : []),
    ];
}

function claimWarning(vdevs: readonly PlannedVdev[]): readonly PlanWarning[] {
    const ashift = autoAshifts(vdevs.filter(isVital)).find((one) => one !== undefined && one < LEAST_ASHIFT);
    return ashift === undefined ? [] : [{ kind: "claimedSectors", ashift }];
}

function ashiftWarning(
    vdevs: readonly PlannedVdev[],
    present: readonly number[],
    wanted: number | undefined,
): readonly PlanWarning[] {
    const ashift = otherAshift(vdevs, present, wanted);
    return ashift === undefined ? [] : [{ kind: "otherAshift", ashift, present: [...new Set(present)] }];
}

/** Bytes that a disk really writes at once. */
const sectorOf = ({ physicalBlock = 512 }: Disk): number => physicalBlock;

const unique = (warnings: readonly PlanWarning[]): readonly PlanWarning[] => [
    ...new Map(warnings.map((warning) => [JSON.stringify(warning, bigintAsText), warning])).values(),
];

const bigintAsText = (_key: string, value: unknown): unknown =>
    typeof value === "bigint" ? String(value) : value;
