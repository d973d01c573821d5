import type { Pool, Progress, Vdev } from "../../../src/zfs/model.ts";

import { vdevFolder } from "./state.ts";

/**
 * What the model says of some pools, in a form that people can write down: per pool the rows of its device tree,
 * "name  STATE  remarks" with two spaces a level, then what else goes on. Numbers that change by themselves are left
 * out.
 */
export function outline(pools: readonly Pool[]): string {
    return pools.flatMap(poolLines).join("\n");
}

/** A text of several lines without the indentation that it has in the source. */
export function unindent(text: string): string {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const indents = lines.map((line) => line.length - line.trimStart().length);
    const indent = Math.min(...indents);
    return lines.map((line) => line.slice(indent).replace(/(\S) {2,}/g, "$1  ")).join("\n");
}

/** A row of the device tree in an outline: of a pool, a class (without a state), a group or a device. */
export interface OutlineRow {
    readonly pool: string;
    readonly name: string;
    readonly state?: string | undefined;
    readonly remarks?: string | undefined;
}

/** The rows in an outline, without what else it says. */
export function outlineRows(text: string): readonly OutlineRow[] {
    let pool = "";
    return unindent(text)
        .split("\n")
        .filter((line) => !/^[a-z ]+: /.test(line))
        .map((line) => {
            const [name = "", state, remarks] = line.trim().split("  ");
            if (!line.startsWith(" ") && state !== undefined) pool = name;
            return { pool, name, state, remarks };
        });
}

const poolLines = (pool: Pool): readonly string[] => [
    ...vdevLines(pool.root, ""),
    ...pool.sections.flatMap(({ kind, vdevs }) => [kind, ...vdevs.flatMap((vdev) => vdevLines(vdev, "  "))]),
    ...progressLines("scan", pool.scan, pool.scan?.kind),
    ...progressLines("error scrub", pool.errorScrub),
    ...pool.rebuilds.flatMap((rebuild) => progressLines("rebuild", rebuild, rebuild.vdev)),
    ...progressLines("removal", pool.removal),
    ...progressLines("expansion", pool.expansion, pool.expansion?.vdev),
    ...(pool.checkpoint ? [`checkpoint: ${pool.checkpoint.state}`] : []),
    ...(pool.errors && pool.errors.kind !== "none" ? [`errors: ${pool.errors.kind}`] : []),
];

const progressLines = (what: string, progress: Progress | undefined, of = ""): readonly string[] =>
    progress ? [`${what}: ${of && `${of} `}${progress.state}`] : [];

function vdevLines(vdev: Vdev, indent: string): readonly string[] {
    const row = [deviceName(vdev.name), vdev.state ?? "", remarks(vdev).join(", ")];
    return [
        indent + row.filter((cell) => cell !== "").join("  "),
        ...vdev.children.flatMap((child) => vdevLines(child, `${indent}  `)),
    ];
}

/** The short names of the guest's devices: DISK1, HOT1, a; GUID for one that has no other name. */
export function deviceName(name: string): string {
    return name
        .replace(/^\/dev\/disk\/by-id\/(virtio-|scsi-0QEMU_QEMU_HARDDISK_)(\w+)-part1$/, "$2")
        .replace("/dev/mapper/", "")
        .replace(`${vdevFolder}/`, "")
        .replace(/^\d{15,}$/, "GUID");
}

function remarks(vdev: Vdev): readonly string[] {
    return [
        vdev.aux,
        vdev.was && `was ${deviceName(vdev.was)}`,
        vdev.activity,
        vdev.removing && "removing",
        vdev.nonAllocating && "non-allocating",
        work("initialize", vdev.initialize?.state),
        work("trim", vdev.trim?.state),
        ...vdev.notes,
    ].filter((remark) => typeof remark === "string");
}

/** Work on a device that was never begun, or cannot be, is not worth a word. */
const work = (what: string, state: string | undefined) =>
    state === undefined || state === "none" || state === "unsupported" ? undefined : `${what} ${state}`;
