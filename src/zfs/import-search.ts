import { operand } from "./commands/command.ts";

/** Where pools are looked for that could be imported. */
export interface ImportSearch {
    /** Absolute paths; none are all disks. */
    readonly directories: readonly string[];
    /** Look for destroyed pools, and for no others. */
    readonly isForDestroyed: boolean;
}

/** A search as options of `zpool import`, which needs them again to find what it is to import. zpool-import(8). */
export const searchOptions = ({ directories, isForDestroyed }: ImportSearch): readonly string[] => [
    ...directories.flatMap((directory) => ["-d", operand(directory)]),
    ...(isForDestroyed ? ["-D"] : []),
];
