// Keys of encryption roots: loaded, tried, forgotten, and changed. A key is never an argument: it follows on standard
// input, or ZFS reads it from a place that the person has named.
import { asksForKey, keySettings } from "../new-key.ts";
import type { NewKey } from "../new-key.ts";

import type { Command, Danger } from "./command.ts";
import { ofDataset, operand } from "./command.ts";
import type { Identity } from "./expect.ts";
import type { KeyChange } from "./key-purpose.ts";

/** Where ZFS finds a key: where the root's `keylocation` says, in the secret, or at another place. */
export type KeyPlace =
    | { readonly kind: "kept" }
    | { readonly kind: "given" }
    /** `location` as in the property: file:///…, https://… */
    | { readonly kind: "elsewhere"; readonly location: string };

/** One call of `zfs` for one dataset. */
function change(
    kind: KeyChange,
    words: readonly string[],
    dataset: Identity,
    more: { readonly hasSecret?: boolean; readonly danger?: Danger } = {},
): Command {
    return {
        argv: ["zfs", ...words, operand(dataset.name)],
        secret: more.hasSecret ? "stdin" : undefined,
        danger: more.danger ?? "none",
        purpose: { kind, dataset: dataset.name },
        ...ofDataset(dataset),
    };
}

function placeWords(place: KeyPlace): readonly string[] {
    if (place.kind === "kept") return [];
    return ["-L", place.kind === "given" ? "prompt" : place.location];
}

const isSecret = ({ kind }: KeyPlace): boolean => kind === "given";

/** Loads the key of one encryption root. Mounts nothing. zfs-load-key(8). */
export const loadKey = (root: Identity, place: KeyPlace): Command =>
    change("loadKey", ["load-key", ...placeWords(place)], root, { hasSecret: isSecret(place) });

/** Tries whether this is the key of an encryption root, loaded or not; changes nothing. */
export const tryKey = (root: Identity, place: KeyPlace): Command =>
    change("tryKey", ["load-key", "-n", ...placeWords(place)], root, { hasSecret: isSecret(place) });

/**
 * Forgets the key of one encryption root, of which nothing may be mounted or open. zfs-unload-key(8). Who asks for the
 * state of a key holds it for that moment: spa_keystore_unload_wkey() and dsl_dataset_get_keystatus() in dsl_crypt.c.
 */
export const unloadKey = (root: Identity): Command => ({
    ...change("forgetKey", ["unload-key"], root, { danger: "disruptive" }),
    isBusyInPassing: true,
});

/**
 * Gives an encryption root another key, or a dataset that had none of its own a first one. zfs-change-key(8).
 *
 * @param loadsOld has ZFS read the key of before first, from where it is kept
 */
export function changeKey(dataset: Identity, key: NewKey, loadsOld = false): Command {
    const settings = keySettings(key);
    const words = settings.flatMap(([property, value]) => ["-o", `${property}=${value}`]);
    return change("changeKey", ["change-key", ...(loadsOld ? ["-l"] : []), ...words], dataset, {
        hasSecret: asksForKey(settings),
        danger: "disruptive",
    });
}

/** Gives up the key of an encryption root for that of its parent. */
export const inheritKey = (root: Identity): Command =>
    change("inheritKey", ["change-key", "-i"], root, { danger: "disruptive" });

/**
 * Says where the key of an encryption root is found from now on; the key stays the same.
 *
 * @param location as in the property: "prompt", file:///…, https://…
 */
export const setKeyLocation = (root: Identity, location: string): Command =>
    change("placeKey", ["set", operand(`keylocation=${location}`)], root);
