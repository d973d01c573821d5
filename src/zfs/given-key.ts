// A key that is there already, given to load it or to try it.
import type { KeyPlace } from "./commands/keys.ts";
import type { Dataset } from "./dataset.ts";
import { isKept } from "./key-offers.ts";
import { checkLocation, isHexKey, keyLength, locationValue } from "./new-key.ts";

/** Whence the key comes: from where it is kept, from the person, or from another place that the host can read. */
export type GivenSource = KeyPlace["kind"];

export interface GivenKey {
    readonly source: GivenSource;
    /** A passphrase, or hexadecimal digits. */
    readonly text: string;
    readonly raw?: Uint8Array | undefined;
    /** A path or an address. */
    readonly location: string;
}

/** What can be chosen for a root; the first is what a form begins with. */
export const givenSources = (root: Dataset): readonly GivenSource[] =>
    isKept(root) ? ["kept", "given", "elsewhere"] : ["given", "elsewhere"];

/** What a form begins with. */
export const emptyGiven = (root: Dataset): GivenKey => ({
    source: givenSources(root)[0] ?? "given",
    text: "",
    location: "",
});

/** Whether all is there that the key of this root needs. */
export function isGivenReady({ keyFormat }: Dataset, { source, text, raw, location }: GivenKey): boolean {
    if (source === "kept") return true;
    if (source === "elsewhere") return checkLocation(location) === undefined;
    if (keyFormat === "raw") return raw?.length === keyLength;
    return keyFormat === "hex" ? isHexKey(text) : text !== "" && !/[\n\r\0]/.test(text);
}

/** Where ZFS will find the key. */
export const placeOf = ({ source, location }: GivenKey): KeyPlace =>
    source === "elsewhere" ? { kind: source, location: locationValue(location) } : { kind: source };

/** The bytes of the key, if they are given. */
export const givenBytes = ({ keyFormat }: Dataset, { text, raw }: GivenKey): Uint8Array =>
    keyFormat === "raw" ? (raw ?? new Uint8Array()) : new TextEncoder().encode(text);

/** Whether ZFS says that this was not the key. */
export const isWrongKey = (said: string): boolean => said.includes("Incorrect key provided");
