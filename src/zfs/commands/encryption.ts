// Keys of encrypted datasets. A key is never an argument: it comes on standard input, or from where ZFS reads it itself.
import { keySource } from "../encryption.ts";
import type { KeyRoot } from "../encryption.ts";

import type { Command, Identity } from "./command.ts";
import { ofDataset, operand } from "./command.ts";

/**
 * Loads the key of one encryption root: the secret if it is one to be typed, otherwise from its file or address.
 * Nothing is mounted by that. zfs-load-key(8).
 *
 * @param file a file on the host that holds the key now, whatever the dataset says; its path from the root
 */
export function loadKey(root: KeyRoot, file?: string): Command {
    const isTyped = file === undefined && keySource(root).kind === "typed";
    return {
        argv: [
            "zfs",
            "load-key",
            ...(file === undefined ? [] : ["-L", `file://${file}`]),
            operand(root.name),
        ],
        secret: isTyped ? "stdin" : undefined,
        danger: "none",
        purpose: { kind: "loadKey", dataset: root.name },
        ...ofDataset(root),
    };
}

/** Mounts a filesystem where it belongs. zfs-mount(8). */
export const mountFilesystem = (filesystem: Identity): Command => ({
    argv: ["zfs", "mount", operand(filesystem.name)],
    danger: "none",
    purpose: { kind: "mountFilesystem", dataset: filesystem.name },
    ...ofDataset(filesystem),
});
