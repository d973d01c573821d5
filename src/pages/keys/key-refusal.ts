import { _, format } from "../../i18n.ts";
import { isWrongKey } from "../../zfs/given-key.ts";
import type { Outcome } from "../../zfs/outcome.ts";
import { refusalText } from "../../zfs/outcome.ts";

/** Why ZFS did not take this for the key of `name`; undefined where it did, or said nothing. */
export function keyRefusal(name: string, outcome: Outcome | undefined): string | undefined {
    const said = refusalText(outcome);
    if (said === undefined) return undefined;
    return isWrongKey(said) ? format(_("This is not the key of $0"), name) : said;
}

/** What ZFS said about a place where it looked for a key and did not find one that it takes. */
export const placeRefusal = (outcome: Outcome | undefined): string | undefined =>
    outcome?.kind === "ended" && outcome.exitStatus !== 0 ? refusalText(outcome) : undefined;
