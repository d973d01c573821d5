import type { Bytes } from "./model.ts";

const UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] as const;
const LETTERS = "KMGTPE";
/** A counter of 64 bits in full; from 2^53 on, a number has its first digits only. */
const PLAIN = /^\d{1,20}$/;
const SIZE = /^(\d{1,20})(?:[.,](\d{1,12}))? ?([KMGTPE]?)(?:i?B)?$/i;
const SIGNED_LIMIT = 2n ** 63n;

/** Undefined for "-", the way in which the tools print what is not set, and for nothing at all. */
export function setOrUndefined(text: string): string | undefined {
    return text === "-" || text === "" ? undefined : text;
}

/** A whole number of bytes as `-p` prints it; undefined for anything else and from 2^63 on. */
export function exactBytes(text: string): Bytes | undefined {
    if (!PLAIN.test(text)) return undefined;
    const value = BigInt(text);
    return value < SIGNED_LIMIT ? value : undefined;
}

/** A plain or shortened counter ("12", "1.13M": rounded by ZFS); undefined for anything else. */
export function count(text: string): number | undefined {
    if (PLAIN.test(text)) return Number(text);
    const value = parseSize(text);
    return value === undefined ? undefined : Number(value);
}

/** Whether something is set that is neither a counter nor a size, be it one that is too large to be held. */
export const isBrokenNumber = (text: string): boolean =>
    setOrUndefined(text) !== undefined && !SIZE.test(text.trim());

/** Whether a person typed a plain whole number of at most 64 bits. */
export const looksLikeNumber = (text: string): boolean =>
    PLAIN.test(text) && BigInt(text) < 2n * SIGNED_LIMIT;

/** A number with a fraction, such as "1.00" or "11,29" (locales before 2.0). */
export function decimal(text: string): number | undefined {
    return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : undefined;
}

/**
 * Bytes of a size as ZFS prints it or a person types it: "60.3M", "0B", "10G", "1.5 TiB", "512".
 * Units are powers of 1024. Undefined for anything else, and from 2^63 on.
 */
export function parseSize(text: string): Bytes | undefined {
    const match = SIZE.exec(text.trim());
    if (match === null) return undefined;
    const [, whole = "", fraction = "", letter = ""] = match;
    const unit = 1024n ** BigInt(letter === "" ? 0 : LETTERS.indexOf(letter.toUpperCase()) + 1);
    const scale = 10n ** BigInt(fraction.length);
    const value = (BigInt(whole + fraction) * unit + scale / 2n) / scale;
    return value < SIGNED_LIMIT ? value : undefined;
}

/** A counter for people; one of which only the first digits are known is shown with these: "≈1.84e+19". */
export const formatCount = (value: number): string =>
    value <= Number.MAX_SAFE_INTEGER ? String(value) : `≈${value.toPrecision(3)}`;

/** How much of one size another is, in percent with two digits; 0 of nothing. */
export const percentOf = (part: Bytes, whole: Bytes): number =>
    whole === 0n ? 0 : Number((part * 10_000n + whole / 2n) / whole) / 100;

/** A size for people: the three digits of `zfs list` with IEC words, "6.1 TiB" for its `6.10T`. */
export function formatSize(bytes: Bytes): string {
    let exponent = 0;
    while (exponent < UNITS.length - 1 && bytes >> BigInt(10 * (exponent + 1)) > 0n) exponent += 1;
    const unit = UNITS[exponent] ?? "B";
    const divisor = 1n << BigInt(10 * exponent);
    if (bytes % divisor === 0n) return `${bytes / divisor} ${unit}`;
    const value = Number((bytes * 1000n) / divisor) / 1000;
    const digits = [2, 1, 0].find((candidate) => value.toFixed(candidate).length <= 4) ?? 0;
    return `${Number(value.toFixed(digits))} ${unit}`;
}
