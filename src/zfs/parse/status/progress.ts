import type { Bytes } from "../../model.ts";
import { decimal, parseSize } from "../../size.ts";
import { parseDuration } from "../../time.ts";

const SIZE = "(\\d+(?:[.,]\\d+)?[KMGTPE]?B?)";
const SCANNED = new RegExp(`${SIZE}(?: / ${SIZE})? scanned(?: out of ${SIZE})?(?: at ${SIZE}/s)?`);
const ISSUED = new RegExp(`${SIZE}(?: / ${SIZE})? issued(?:(?: at)? ${SIZE}/s)?`);
const TOTAL = new RegExp(`${SIZE} total`);
const REPAIRED = new RegExp(`${SIZE} (?:repaired|resilvered)`);
const COPIED = new RegExp(`${SIZE} (?:copied out of|/) ${SIZE}(?: copied)?(?: at ${SIZE}/s)?`);
const DONE = /(\d+(?:[.,]\d+)?)% done/;
const LEFT = /((?:\d+ days? )?(?:\d+:\d+:\d+|\d+h\d+m)) to go/;

/** Progress lines of a scrub or resilver in the forms of 0.6 to 2.4. */
export function readScanProgress(text: string) {
    const [, scanned, scanTotal, outOf, scanRate] = SCANNED.exec(text) ?? [];
    const issuedMatch = ISSUED.exec(text);
    const [, issued, issueTotal, issueRate] = issuedMatch ?? [];
    return {
        scanned: size(scanned),
        issued: size(issued),
        total: size(issueTotal ?? TOTAL.exec(text)?.[1] ?? outOf ?? scanTotal),
        scanRate: rate(scanRate),
        // Up to 0.7 a scan had one pass, whose rate is the only one.
        rate: rate(issuedMatch === null ? scanRate : issueRate),
        repaired: size(REPAIRED.exec(text)?.[1]),
        ...readDone(text),
    };
}

/** Progress line of a removal ("A copied out of B") or an expansion ("A / B copied"). */
export function readCopyProgress(text: string) {
    const [, copied, total, copyRate] = COPIED.exec(text) ?? [];
    return { copied: size(copied), total: size(total), rate: rate(copyRate), ...readDone(text) };
}

function readDone(text: string) {
    return {
        percent: decimal(DONE.exec(text)?.[1] ?? ""),
        secondsLeft: parseDuration(LEFT.exec(text)?.[1] ?? ""),
    };
}

function size(text: string | undefined): Bytes | undefined {
    return text === undefined ? undefined : parseSize(text);
}

function rate(text: string | undefined): number | undefined {
    const bytes = size(text);
    return bytes === undefined ? undefined : Number(bytes);
}
