import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** The files of features that come with ZFS 2.3, some of them. */
export const compatibilityFiles = readFileSync(
    resolve(import.meta.dirname, "../fixtures/compatibility/2.3.txt"),
    "utf8",
);
