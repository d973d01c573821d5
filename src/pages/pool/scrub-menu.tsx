import {
    Dropdown,
    DropdownItem,
    DropdownList,
} from "@patternfly/react-core/dist/esm/components/Dropdown/index.js";
import { MenuToggle } from "@patternfly/react-core/dist/esm/components/MenuToggle/index.js";
import { useDialogs } from "dialogs";
import { useState } from "react";

import { _, format } from "../../i18n.ts";
import { askForCapabilities, capabilities } from "../../store/capabilities.ts";
import { changeRunner } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import type { Identity } from "../../zfs/commands/command.ts";
import {
    pauseScrub,
    resumeErrorScrub,
    resumeScrub,
    scrubErrors,
    scrubNew,
    startScrub,
    stopScrub,
} from "../../zfs/commands/scrub.ts";
import type { Pool } from "../../zfs/model.ts";
import { isErrorScrubPaused, scrubActions, scrubObstacle } from "../../zfs/scrub.ts";
import type { ScrubAction } from "../../zfs/scrub.ts";
import { ConfirmChange } from "../change/confirm-change.tsx";
import { usePoolObstacle } from "../change/use-obstacle.ts";

import { ScrubRangeDialog } from "./scrub-range-dialog.tsx";
import { scrubActionText, scrubObstacleText } from "./scrub-text.ts";

/** Starts, pauses, resumes and stops the scrub of a pool; what cannot be done now says why. */
export const ScrubMenu = ({ entry }: { readonly entry: PoolEntry }) => {
    const obstacle = usePoolObstacle(entry);
    const { status } = entry;
    if (obstacle === undefined && status) return <OpenMenu entry={entry} status={status} />;
    return (
        <ReasonedButton
            variant="secondary"
            reason={obstacle ?? _("The state of this pool is not known yet.")}
        >
            {_("Scrub")}
        </ReasonedButton>
    );
};

const OpenMenu = ({ entry: { usage }, status }: { readonly entry: PoolEntry; readonly status: Pool }) => {
    const [isOpen, setOpen] = useState(false);
    const act = useScrubAction(usage, status);
    const known = useStore(capabilities);
    return (
        <Dropdown
            isOpen={isOpen}
            onOpenChange={setOpen}
            onSelect={() => setOpen(false)}
            popperProps={{ position: "end", appendTo: "inline" }}
            toggle={(ref) => (
                <MenuToggle
                    ref={ref}
                    isExpanded={isOpen}
                    onClick={() => {
                        askForCapabilities();
                        setOpen(!isOpen);
                    }}
                >
                    {_("Scrub")}
                </MenuToggle>
            )}
        >
            <DropdownList>
                {scrubActions.map((action) => {
                    const obstacle = scrubObstacle(action, { status, usage, capabilities: known });
                    return (
                        <DropdownItem
                            key={action}
                            isAriaDisabled={obstacle !== undefined}
                            description={obstacle && scrubObstacleText(obstacle)}
                            onClick={() => act(action)}
                        >
                            {scrubActionText(action)}
                        </DropdownItem>
                    );
                })}
            </DropdownList>
        </Dropdown>
    );
};

/** What the items do: what harms nothing is done at once, the rest asks. */
function useScrubAction(pool: Identity, status: Pool): (action: ScrubAction) => void {
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
                changeRunner.run(isErrorScrubPaused(status) ? resumeErrorScrub(pool) : resumeScrub(pool));
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
