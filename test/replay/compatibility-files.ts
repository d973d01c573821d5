import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { compatibilityFiles } from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import type { Answers } from "./scenario.ts";

/** A host with some of the files of features that come with ZFS 2.3, and none of its own. */
export const compatibilityAnswers: Answers = {
    [shellQuote(compatibilityFiles("/etc/zfs"))]: { stderr: "find: no such folder\n", exit: 1 },
    [shellQuote(compatibilityFiles("/usr/share/zfs"))]: {
        stdout: readFileSync(resolve(import.meta.dirname, "../fixtures/compatibility/2.3.txt"), "utf8"),
    },
};
