import type { Command } from "./command.ts";
import { ofDataset, operand } from "./command.ts";
import type { Identity } from "./expect.ts";

/**
 * Takes a snapshot of one dataset. zfs-snapshot(8).
 *
 * @param name what stands behind the @
 */
export const takeSnapshot = (dataset: Identity, name: string): Command => ({
    argv: ["zfs", "snapshot", operand(`${dataset.name}@${name}`)],
    danger: "none",
    purpose: { kind: "takeSnapshot", dataset: dataset.name, subject: name },
    ...ofDataset(dataset),
});
