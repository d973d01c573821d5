import type { Checkpoint, DedupTable, Expansion, VdevCopy } from "../../model.ts";
import { parseSize } from "../../size.ts";
import { parseDate, parseDuration } from "../../time.ts";
import { readCopyProgress } from "./progress.ts";

/** Reads a "remove:" entry; undefined for words that are not known. */
export function readRemoval(head: string, details: readonly string[]): VdevCopy | undefined {
    const text = details.join(", ");
    const running = /^Evacuation of (.+) in progress since (.*)$/.exec(head);
    if (running !== null)
        return {
            vdev: running[1],
            state: "inProgress",
            start: parseDate(running[2] ?? ""),
            ...readCopyProgress(text),
        };
    const canceled = /^Removal of (.+) canceled on (.*)$/.exec(head);
    if (canceled !== null) return { vdev: canceled[1], state: "canceled", end: parseDate(canceled[2] ?? "") };
    const done = /^Removal of vdev (\d+) copied (\S+) in (\S+), completed on (.*)$/.exec(head);
    if (done === null) return undefined;
    return {
        vdevId: Number(done[1]),
        state: "finished",
        copied: parseSize(done[2] ?? ""),
        seconds: parseDuration(done[3] ?? ""),
        end: parseDate(done[4] ?? ""),
        mappingMemory: parseSize(/^(\S+) memory used/.exec(text)?.[1] ?? ""),
    };
}

/** Reads an "expand:" entry; undefined for words that are not known. */
export function readExpansion(head: string, details: readonly string[]): Expansion | undefined {
    const text = details.join(", ");
    const running = /^expansion of (.+) in progress since (.*)$/.exec(head);
    if (running !== null)
        return {
            ...vdevAndId(running[1]),
            state: "inProgress",
            start: parseDate(running[2] ?? ""),
            waiting: text.includes("paused for resilver or clear"),
            ...readCopyProgress(text),
        };
    const done = /^expanded (.+) copied (\S+) in (.+), on (.*)$/.exec(head);
    if (done === null) return undefined;
    const [, vdev, copied = "", duration = "", endText = ""] = done;
    const end = parseDate(endText);
    const seconds = parseDuration(duration);
    return {
        ...vdevAndId(vdev),
        state: "finished",
        copied: parseSize(copied),
        seconds,
        start: end !== undefined && seconds !== undefined ? end - seconds : undefined,
        end,
    };
}

function vdevAndId(vdev: string | undefined) {
    const id = /-(\d+)$/.exec(vdev ?? "")?.[1];
    return { vdev, vdevId: id === undefined ? undefined : Number(id) };
}

/** Reads a "checkpoint:" entry; undefined for words that are not known. */
export function readCheckpoint(head: string): Checkpoint | undefined {
    const existing = /^created (.*), consumes (\S+)$/.exec(head);
    if (existing !== null)
        return {
            state: "exists",
            created: parseDate(existing[1] ?? ""),
            space: parseSize(existing[2] ?? ""),
        };
    const discarding = /^discarding, (\S+) remaining\.$/.exec(head);
    return discarding === null ? undefined : { state: "discarding", space: parseSize(discarding[1] ?? "") };
}

/**
 * Reads a "dedup:" entry (`-D`); undefined for words that are not known. The sizes stay out: they are those of
 * one entry in 2.1 and of all in 2.3, and the line does not say which.
 */
export function readDedup(head: string): DedupTable | undefined {
    if (head === "no DDT entries") return { entries: 0 };
    const entries = /^DDT entries (\d+),/.exec(head)?.[1];
    return entries === undefined ? undefined : { entries: Number(entries) };
}
