import {
    Dropdown,
    DropdownItem,
    DropdownList,
} from "@patternfly/react-core/dist/esm/components/Dropdown/index.js";
import { MenuToggle } from "@patternfly/react-core/dist/esm/components/MenuToggle/index.js";
import EllipsisVIcon from "@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon.js";
import { useDialogs } from "dialogs";
import { useState } from "react";

import { readMounts } from "../../backend/system.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { changeRunner } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { readings } from "../../store/readings.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { takeCheckpoint } from "../../zfs/commands/checkpoint.ts";
import { actionObstacle, poolActions } from "../../zfs/pool-actions.ts";
import type { PoolAction } from "../../zfs/pool-actions.ts";
import { usePoolObstacle } from "../change/use-obstacle.ts";

import { DestroyDialog } from "./destroy-dialog.tsx";
import { DiscardCheckpointDialog } from "./discard-checkpoint-dialog.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { actionObstacleText, poolActionText } from "./pool-action-text.ts";

const label = (pool: string): string => format(_("Actions for $0"), pool);

/** What can be done with a pool as a whole; what cannot be done now says why. */
export const PoolMenu = ({ entry }: { readonly entry: PoolEntry }) => {
    const obstacle = usePoolObstacle(entry);
    if (obstacle === undefined) return <OpenMenu entry={entry} />;
    return (
        <ReasonedButton
            variant="plain"
            icon={<EllipsisVIcon />}
            aria-label={label(entry.usage.name)}
            reason={obstacle}
        />
    );
};

const OpenMenu = ({ entry }: { readonly entry: PoolEntry }) => {
    const [isOpen, setOpen] = useState(false);
    const act = usePoolAction(entry);
    const answer = useAnswer(readMounts, String(useStore(readings)));
    const mounts = answer.kind === "ready" ? answer.value : "";
    return (
        <Dropdown
            isOpen={isOpen}
            onOpenChange={setOpen}
            onSelect={() => setOpen(false)}
            popperProps={{ position: "end", appendTo: "inline" }}
            toggle={(ref) => (
                <MenuToggle
                    ref={ref}
                    variant="plain"
                    icon={<EllipsisVIcon />}
                    aria-label={label(entry.usage.name)}
                    isExpanded={isOpen}
                    onClick={() => setOpen(!isOpen)}
                />
            )}
        >
            <DropdownList>
                {poolActions.map((action) => {
                    const obstacle = actionObstacle(action, { ...entry, mounts });
                    return (
                        <DropdownItem
                            key={action}
                            isDanger={action === "destroy"}
                            isAriaDisabled={obstacle !== undefined}
                            description={obstacle && actionObstacleText(obstacle)}
                            onClick={() => act(action)}
                        >
                            {poolActionText(action)}
                        </DropdownItem>
                    );
                })}
            </DropdownList>
        </Dropdown>
    );
};

/** What the items do: what harms nothing is done at once, the rest asks. */
function usePoolAction({ usage, status }: PoolEntry): (action: PoolAction) => void {
    const dialogs = useDialogs();
    return (action) => {
        switch (action) {
            case "takeCheckpoint":
                changeRunner.run(takeCheckpoint(usage));
                break;
            case "discardCheckpoint":
                dialogs.show(<DiscardCheckpointDialog pool={usage} checkpoint={status?.checkpoint} />);
                break;
            case "export":
                dialogs.show(<ExportDialog pool={usage} />);
                break;
            case "destroy":
                dialogs.show(<DestroyDialog pool={usage} />);
        }
    };
}
