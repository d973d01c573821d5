import type { RootDataset } from "../model.ts";
import { decimal, exactBytes, setOrUndefined } from "../size.ts";

import { fail, toLines } from "./parse-error.ts";

/** The property by which Debian's and Ubuntu's monthly job is told not to scrub a pool. */
const PERIODIC_SCRUB = "org.debian:periodic-scrub";

/** Columns of `zfs list -Hp -d 0 -o …` in the order in which `parseRoots` reads them. */
export const ROOT_COLUMNS = [
    "name",
    "used",
    "available",
    "compressratio",
    "creation",
    PERIODIC_SCRUB,
] as const;

/** Reads `zfs list -Hp -d 0 -o` with `ROOT_COLUMNS`: a line for the root dataset of each pool. See zfs-list(8). */
export function parseRoots(text: string): readonly RootDataset[] {
    return toLines(text).map((line) => {
        const [name, used, available, ratio, creation, scrub, ...more] = line.text.split("\t");
        if (!name || scrub === undefined || more.length > 0)
            return fail(`not the ${ROOT_COLUMNS.length} columns of a root dataset`, line);
        return {
            name,
            used: exactBytes(used ?? ""),
            available: exactBytes(available ?? ""),
            compressRatio: decimal((ratio ?? "").replace(/x$/, "")),
            creation: decimal(creation ?? ""),
            periodicScrub: setOrUndefined(scrub),
        };
    });
}
