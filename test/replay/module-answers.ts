// What the loaded module of a host knows.

import { MODULE } from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";
import { moduleFiles } from "../module-files.ts";

import type { Answers, Program } from "./scenario.ts";

/** The programs of a host whose module answers. */
export const withModule: readonly Program[] = ["zpool", "zfs", "zfsadmin", "find"];

/** What the module of ZFS 2.3 says of itself; other files can be given. */
export const moduleAnswers = (files: string = moduleFiles): Answers => ({
    [shellQuote(MODULE)]: { stdout: files },
});
