import type { DeviceWork, Vdev } from "../../model.ts";
import { parseSize } from "../../size.ts";
import { parseDate } from "../../time.ts";
import { AUX_TEXTS } from "../aux-texts.ts";

type Remarks = Pick<
    Vdev,
    | "aux"
    | "was"
    | "usedBy"
    | "activity"
    | "removing"
    | "nonAllocating"
    | "blockSize"
    | "initialize"
    | "trim"
    | "notes"
> & { readonly path?: string; readonly guid?: string };

type Reading = Omit<Remarks, "notes">;

const WORK_BY_WORD: ReadonlyMap<string, string> = new Map([
    ["started", "active"],
    ["completed", "complete"],
]);

const NOTHING: Remarks = { notes: [] };

/** What a remark after the counters says; the sequence is that of print_status_config() in zpool_main.c. */
const READINGS: readonly (readonly [RegExp, (match: readonly string[], name: string) => Reading])[] = [
    // A device that is not there is named by its guid.
    [
        /^was (.+)$/,
        ([, was = ""], name) => ({ was, path: was, ...(/^\d+$/.test(name) ? { guid: name } : {}) }),
    ],
    [/^in use by pool '(.*)'$/, ([, usedBy = ""]) => ({ usedBy, aux: "currently in use" })],
    [
        /^block size: (\S+) configured, (\S+) native$/,
        ([, configured, native]) => blockSize(configured, native),
    ],
    [/^\((resilvering|repairing|awaiting resilver)\)$/, ([, activity = ""]) => ({ activity })],
    [/^\(removing\)$/, () => ({ removing: true })],
    [/^\(non-allocating\)$/, () => ({ nonAllocating: true })],
    [/^\(uninitialized\)$/, () => ({ initialize: { state: "none" } })],
    [/^\(untrimmed\)$/, () => ({ trim: { state: "none" } })],
    [/^\(trim unsupported\)$/, () => ({ trim: { state: "unsupported" } })],
    [/^\((\d+)% initialized, (.*)\)$/, ([, percent, rest]) => ({ initialize: deviceWork(percent, rest) })],
    [/^\((\d+)% trimmed, (.*)\)$/, ([, percent, rest]) => ({ trim: deviceWork(percent, rest) })],
];

/** Reads the free text behind the counters of a row; what is not known stays in `notes`. */
export function readRemarks(name: string, text: string): Remarks {
    if (text === "") return NOTHING;
    const notes: string[] = [];
    let known: Reading = {};
    for (const remark of text.split(/\s{2,}(?=\(|block size: )/)) {
        const reading = readRemark(name, remark);
        if (reading !== undefined) known = { ...known, ...reading };
        else notes.push(remark);
    }
    return { ...known, notes };
}

function readRemark(name: string, remark: string): Reading | undefined {
    if (AUX_TEXTS.has(remark)) return { aux: remark };
    for (const [pattern, read] of READINGS) {
        const match = pattern.exec(remark);
        if (match !== null) return read(match, name);
    }
    return undefined;
}

function blockSize(configured = "", native = ""): Reading {
    const sizes = { configured: parseSize(configured), native: parseSize(native) };
    if (sizes.configured === undefined || sizes.native === undefined) return {};
    return { blockSize: { configured: sizes.configured, native: sizes.native } };
}

/** "started at D", "suspended, started at D" (initialize), "suspended at D" (trim), "completed at D". */
function deviceWork(percent = "", rest = ""): DeviceWork {
    const match = /^(suspended|started|completed)(?:, started)? at (.*)$/.exec(rest);
    const word = match?.[1] ?? rest;
    return {
        state: WORK_BY_WORD.get(word) ?? word,
        percent: Number(percent),
        time: parseDate(match?.[2] ?? ""),
    };
}
