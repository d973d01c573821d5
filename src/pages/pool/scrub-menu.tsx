import { useDialogs } from "dialogs";

import { _, format } from "../../i18n.ts";
import { askForCapabilities, capabilities } from "../../store/capabilities.ts";
import { changeRunner } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { ReasonedMenu } from "../../ui/reasoned-menu.tsx";
import {
    pauseScrub,
    resumeErrorScrub,
    resumeScrub,
    scrubErrors,
    scrubNew,
    startScrub,
    stopScrub,
} from "../../zfs/commands/scrub.ts";
import { isErrorScrubPaused, scrubActions, scrubObstacle } from "../../zfs/scrub.ts";
import type { ScrubAction } from "../../zfs/scrub.ts";
import { ConfirmChange } from "../change/confirm-change.tsx";
import { usePoolObstacle } from "../change/use-obstacle.ts";
import { useDisabledFeatures } from "../use-disabled-features.ts";

import { ScrubRangeDialog } from "./scrub-range-dialog.tsx";
import { scrubActionText, scrubObstacleText } from "./scrub-text.ts";

/** Starts, pauses, resumes and stops the scrub of a pool; what cannot be done now says why. */
export const ScrubMenu = ({ entry }: { readonly entry: PoolEntry }) => {
    const { usage, status } = entry;
    const unknown = status ? undefined : _("The state of this pool is not known yet.");
    const act = useScrubAction(entry);
    const known = useStore(capabilities);
    const { disabled, ask } = useDisabledFeatures(usage.name);
    const onOpen = () => {
        askForCapabilities();
        // only a scrub of damaged data needs one
        if (status?.errors?.kind !== "none") ask();
    };
    return (
        <ReasonedMenu
            label={_("Scrub")}
            reason={usePoolObstacle(entry) ?? unknown}
            choices={scrubActions.map((action) => {
                const subject = status && { status, usage, capabilities: known, disabled };
                const obstacle = subject && scrubObstacle(action, subject);
                return {
                    id: action,
                    title: scrubActionText(action),
                    reason: obstacle && scrubObstacleText(obstacle),
                };
            })}
            onOpen={onOpen}
            onChoose={act}
        />
    );
};

/** What the items do: what harms nothing is done at once, the rest asks. */
function useScrubAction({ usage: pool, status }: PoolEntry): (action: ScrubAction) => void {
    const dialogs = useDialogs();
    return (action) => {
        switch (action) {
            case "start":
                changeRunner.run(startScrub(pool));
                break;
            case "startNew":
                changeRunner.run(scrubNew(pool));
                break;
            case "startErrors":
                changeRunner.run(scrubErrors(pool));
                break;
            case "startRange":
                dialogs.show(<ScrubRangeDialog pool={pool} />);
                break;
            case "pause":
                changeRunner.run(pauseScrub(pool));
                break;
            case "resume":
                changeRunner.run(
                    status && isErrorScrubPaused(status) ? resumeErrorScrub(pool) : resumeScrub(pool),
                );
                break;
            case "stop":
                dialogs.show(
                    <ConfirmChange
                        command={stopScrub(pool)}
                        title={format(_("Stop the scrub of $0?"), pool.name)}
                        text={_(
                            "What it has read so far does not count: the next scrub begins anew. A paused scrub would go on from where it was.",
                        )}
                        action={_("Stop the scrub")}
                    />,
                );
        }
    };
}
