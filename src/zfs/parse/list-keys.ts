import type { KeyRoot } from "../encryption.ts";
import { setOrUndefined } from "../size.ts";

import { fail, toLines } from "./parse-error.ts";

/** Columns of `zfs list -Hp -o …` in the order in which `parseKeys` reads them. */
export const KEY_COLUMNS = [
    "name",
    "guid",
    "type",
    "encryptionroot",
    "keyformat",
    "keylocation",
    "keystatus",
    "mounted",
    "canmount",
    "mountpoint",
] as const;

/**
 * Reads `zfs list -Hp -r -t filesystem,volume -o` with `KEY_COLUMNS`: the encryption roots, each with what it keeps
 * from being mounted. See zfs-list(8).
 */
export function parseKeys(text: string): readonly KeyRoot[] {
    const rows = toLines(text).map((line) => {
        const values = line.text.split("\t");
        const [name = "", guid = "", ...rest] = values;
        if (values.length !== KEY_COLUMNS.length || name === "" || guid === "")
            return fail(`not the ${KEY_COLUMNS.length} columns of a dataset`, line);
        const [type, root, keyformat, keylocation, keystatus, ...mount] = rest.map(setOrUndefined);
        return { name, guid, type, root, keyformat, keylocation, keystatus, mount };
    });
    const mountable = rows.filter(({ type, mount: [mounted, canmount, mountpoint] }) => {
        const hasPlace = mountpoint?.startsWith("/") ?? false;
        return type === "filesystem" && mounted === "no" && canmount === "on" && hasPlace;
    });
    return rows
        .filter(({ name, root }) => root === name)
        .map(({ name, guid, keyformat, keylocation, keystatus }) => ({
            ...{ name, guid, keyformat, keylocation, keystatus },
            mountable: mountable
                .filter(({ root }) => root === name)
                .map(({ name, guid }) => ({ name, guid })),
        }));
}
