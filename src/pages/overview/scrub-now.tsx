import { _ } from "../../i18n.ts";
import { changeRunner } from "../../store/changes.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { resumeScrub, startScrub } from "../../zfs/commands/scrub.ts";
import { usePoolObstacle } from "../change/use-obstacle.ts";

/** Starts the scrub that is due, or goes on with the one that is paused. */
export const ScrubNow = ({ entry }: { readonly entry: PoolEntry }) => {
    const { usage, status } = entry;
    const isPaused = status?.scan?.state === "paused";
    return (
        <ReasonedButton
            variant="secondary"
            size="sm"
            reason={usePoolObstacle(entry)}
            onClick={() => changeRunner.run((isPaused ? resumeScrub : startScrub)(usage))}
        >
            {isPaused ? _("Resume") : _("Scrub now")}
        </ReasonedButton>
    );
};
