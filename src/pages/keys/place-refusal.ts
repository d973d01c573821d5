import type { Outcome } from "../../zfs/outcome.ts";
import { refusalText } from "../../zfs/outcome.ts";

/** What ZFS said about a place where it looked for a key and did not find one that it takes. */
export const placeRefusal = (outcome: Outcome | undefined): string | undefined =>
    outcome?.kind === "ended" && outcome.exitStatus !== 0 ? refusalText(outcome) : undefined;
