import { _ } from "../../i18n.ts";
import { changeRunner } from "../../store/changes.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { startScrub } from "../../zfs/commands/scrub.ts";
import { usePoolObstacle } from "../change/use-obstacle.ts";

/** Starts the scrub that is due. */
export const ScrubNow = ({ entry }: { readonly entry: PoolEntry }) => (
    <ReasonedButton
        variant="secondary"
        size="sm"
        reason={usePoolObstacle(entry)}
        onClick={() => changeRunner.run(startScrub(entry.usage))}
    >
        {_("Scrub now")}
    </ReasonedButton>
);
