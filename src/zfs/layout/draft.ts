import { diskPath } from "../disk-choice.ts";
import type { Disk } from "../disk.ts";

import {
    arrange,
    draidFits,
    isDraid,
    isGroupData,
    isSpareCount,
    kindsOf,
    leastDisks,
    suggestedDraid,
    suggestedKind,
    suggestedWidth,
    widthsOf,
} from "./plan.ts";
import type { Arrangement, DraidShape, LayoutKind, Shape, VdevClass } from "./plan.ts";

/** Vdevs of one class and shape, as a person asks for them. What is not said is suggested. */
export interface Part {
    readonly class: VdevClass;
    readonly kind?: LayoutKind | undefined;
    readonly width?: number | undefined;
    readonly draid?: DraidShape | undefined;
    /** The disks that it takes, by path; the first part has all that no other takes. */
    readonly paths: readonly string[];
}

/** Why a part makes no vdev. */
export type PartProblem =
    | { readonly kind: "tooFew"; readonly least: number }
    /** What is typed for a draid is no number of disks. */
    | { readonly kind: "noCount" }
    | { readonly kind: "draidTooLarge" };

/** A part with its disks, and what comes of it. */
export interface DraftedPart extends Arrangement {
    readonly part: Part;
    readonly disks: readonly Disk[];
    readonly shape: Shape;
    readonly problem?: PartProblem | undefined;
}

/** What comes of the parts when these disks are chosen. */
export function draftOf(parts: readonly Part[], chosen: readonly Disk[]): readonly DraftedPart[] {
    const taken = new Set(parts.slice(1).flatMap(({ paths }) => paths));
    return parts.map((part, index) => {
        const isOwn = (path: string) => (index === 0 ? !taken.has(path) : part.paths.includes(path));
        return drafted(
            part,
            chosen.filter((disk) => isOwn(diskPath(disk))),
        );
    });
}

function drafted(part: Part, disks: readonly Disk[]): DraftedPart {
    const shape = shapeOf(part, disks.length);
    const problem = problemOf(shape, disks.length);
    const arranged = problem ? { vdevs: [], leftover: disks } : arrange(disks, part.class, shape);
    return { part, disks, shape, problem, ...arranged };
}

/** What was asked for, completed by what is suggested for so many disks. */
function shapeOf(part: Part, count: number): Shape {
    const kind = part.kind ?? firstKind(part.class, count);
    const draid = isDraid(kind) ? (part.draid ?? suggestedDraid(kind, count)) : undefined;
    const isPossible = part.width !== undefined && widthsOf(kind, count).includes(part.width);
    return { kind, draid, width: isPossible ? (part.width ?? 1) : suggestedWidth(kind, count) };
}

/** Only data is ever spread over parity without being asked: the other classes are small, and want to be fast. */
function firstKind(vdevClass: VdevClass, count: number): LayoutKind {
    if (vdevClass === "data") return suggestedKind(count);
    return kindsOf[vdevClass].includes("mirror") && count > 1 ? "mirror" : "stripe";
}

function problemOf({ kind, draid }: Shape, count: number): PartProblem | undefined {
    const least = leastDisks(kind);
    if (count < least) return { kind: "tooFew", least };
    if (!draid) return undefined;
    if (!isGroupData(draid.data) || !isSpareCount(draid.spares)) return { kind: "noCount" };
    return draidFits(kind, draid, count) ? undefined : { kind: "draidTooLarge" };
}

/** The parts with some disks given to one of them, and taken from the others. */
export const withDisks = (parts: readonly Part[], index: number, paths: readonly string[]): readonly Part[] =>
    parts.map((part, place) => ({
        ...part,
        paths: place === index ? paths : part.paths.filter((path) => !paths.includes(path)),
    }));
