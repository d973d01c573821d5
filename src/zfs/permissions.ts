import type { Word } from "./model.ts";

/** Something that can be delegated, as the usage text of `zfs allow` lists it. */
export interface Permission {
    readonly name: string;
    /** A subcommand of zfs, a property that can be set, or something else. */
    readonly type: Word<"subcommand" | "property" | "other">;
    /** ZFS's own remark, in English; "" where it has none. */
    readonly note: string;
}

/**
 * What a permission cannot do on Linux, where only root may mount: these have no effect of their own, but ZFS asks for
 * some of them along with others. zfs-allow(8).
 */
export const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
    "mount",
    "share",
    "mountpoint",
    "canmount",
    "rename",
]);

/** What ZFS asks for along with a permission, on the same dataset. zfs-allow(8) and zfs_ioctl.c. */
export const ALONG: Readonly<Record<string, readonly string[]>> = {
    create: ["mount"],
    clone: ["create", "mount"],
    destroy: ["mount"],
    promote: ["mount"],
    receive: ["mount", "create"],
    "receive:append": ["mount", "create"],
    rename: ["mount", "create"],
};

/** Permissions whose name, type and remark hold a text. */
export const filterPermissions = (permissions: readonly Permission[], text: string): readonly Permission[] =>
    permissions.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
