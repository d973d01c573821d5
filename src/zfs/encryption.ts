import type { Identity } from "./commands/command.ts";
import type { KeyPlace } from "./commands/keys.ts";
import type { Word } from "./model.ts";

/**
 * A dataset with a key of its own, by which it and what inherits it are read. Only such a root takes a key.
 * zfs-load-key(8).
 */
export interface KeyRoot {
    readonly name: string;
    readonly guid: string;
    readonly keyformat?: Word<"passphrase" | "hex" | "raw"> | undefined;
    /** "prompt", or an address: file:///path, https://…, http://… */
    readonly keylocation?: string | undefined;
    readonly keystatus?: Word<"available" | "unavailable"> | undefined;
    /** What can be mounted once the key is there, and is not yet; parents before children. */
    readonly mountable: readonly Identity[];
}

/** Whether what a key opens cannot be read now. */
export const isLocked = ({ keystatus }: KeyRoot): boolean => keystatus === "unavailable";

/** Where a key comes from: it is typed, in a file that has to be named, or where the address says. */
export type KeySource =
    | { readonly kind: "typed" }
    | { readonly kind: "named" }
    | { readonly kind: "file"; readonly path: string }
    /** `url` without name and password of a user. */
    | { readonly kind: "address"; readonly url: string };

const FILE = "file://";

/** Where the key of a root comes from. Nobody can type a raw key: it holds any byte. */
export function keySource({ keyformat, keylocation = "prompt" }: KeyRoot): KeySource {
    if (keylocation === "prompt") return { kind: keyformat === "raw" ? "named" : "typed" };
    if (keylocation.startsWith(FILE)) return { kind: "file", path: keylocation.slice(FILE.length) };
    return { kind: "address", url: keylocation.replace(/^(\w+:\/\/)[^/@]*@/, "$1") };
}

/**
 * Where ZFS finds the key of a root when it is loaded.
 *
 * @param file a file on the host that holds the key now, whatever the dataset says; its path from the root
 */
export function keyPlace(root: KeyRoot, file?: string): KeyPlace {
    if (file !== undefined) return { kind: "elsewhere", location: `${FILE}${file}` };
    return keySource(root).kind === "typed" ? { kind: "kept", asks: true } : { kind: "kept" };
}

/** Whether what was typed can be a key of this format: 64 hexadecimal digits, or what ZFS takes for a passphrase. */
export function isKey(text: string, keyformat: KeyRoot["keyformat"]): boolean {
    if (/[\n\r\0]/.test(text)) return false;
    return keyformat === "hex" ? /^[0-9a-f]{64}$/i.test(text) : text !== "";
}
