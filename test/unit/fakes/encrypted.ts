import type { TriedCommand } from "../../../src/zfs/commands/command.ts";
import { createDataset } from "../../../src/zfs/commands/dataset-life.ts";

/** Creates an encrypted filesystem in a pool of this name; its raw key is the secret. */
export const createEncrypted = (pool: string): TriedCommand =>
    createDataset(
        { name: pool, guid: "7" },
        {
            name: `${pool}/a`,
            settings: [
                ["encryption", "on"],
                ["keyformat", "raw"],
                ["keylocation", "prompt"],
            ],
            ...{ isSparse: false, withParents: false, hasSecret: true },
        },
    );
