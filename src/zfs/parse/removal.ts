import type { Bytes } from "../model.ts";
import { exactBytes } from "../size.ts";

import { fail } from "./parse-error.ts";

/**
 * Bytes of memory that a pool needs from then on when a vdev is removed, out of "GUID BYTES": `zpool remove -np`.
 * @throws ParseError when it says no such thing
 */
export function parseRemovalEstimate(text: string): Bytes {
    const [line = ""] = text.split("\n");
    return exactBytes(/^\d+ (\d+)$/.exec(line)?.[1] ?? "") ?? fail("no estimate", { text: line, number: 1 });
}
