import { operand } from "./commands/command.ts";
import type { Pool } from "./model.ts";
import { leaves } from "./vdevs.ts";

/** Where pools are looked for that could be imported. */
export interface ImportSearch {
    /** Absolute paths; none are all disks. */
    readonly directories: readonly string[];
    /** Look for destroyed pools, and for no others. */
    readonly isForDestroyed: boolean;
}

/** The paths in a text of one a line; a name in /dev/disk may hold any other character, above all colons. */
export const directoriesIn = (text: string): readonly string[] => [
    ...new Set(
        text
            .split("\n")
            .map((line) => line.trim())
            .filter((line) => line !== ""),
    ),
];

/**
 * The search that finds a pool again that is imported now: on all disks, or where its devices are if some of them are
 * files.
 */
export function searchFor(pool: Pool): ImportSearch {
    const folders = leaves(pool)
        .map(({ path, name }) => path ?? name)
        .filter((path) => path.startsWith("/"))
        .map((path) => path.slice(0, path.lastIndexOf("/")) || "/");
    const isInFiles = folders.some((folder) => !`${folder}/`.startsWith("/dev/"));
    return { directories: isInFiles ? [...new Set(folders)] : [], isForDestroyed: false };
}

/** A search as options of `zpool import`, which needs them again to find what it is to import. zpool-import(8). */
export const searchOptions = ({ directories, isForDestroyed }: ImportSearch): readonly string[] => [
    ...directories.flatMap((directory) => ["-d", operand(directory)]),
    ...(isForDestroyed ? ["-D"] : []),
];
