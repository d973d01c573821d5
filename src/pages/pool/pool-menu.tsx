import { useDialogs } from "dialogs";
import { useState } from "react";

import { readMounts } from "../../backend/mounts.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { changeRunner } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { readings } from "../../store/readings.ts";
import { ReasonedMenu } from "../../ui/reasoned-menu.tsx";
import { takeCheckpoint } from "../../zfs/commands/checkpoint.ts";
import { reguidPool, syncPool } from "../../zfs/commands/pool.ts";
import { actionObstacle, poolActions } from "../../zfs/pool-actions.ts";
import type { PoolAction } from "../../zfs/pool-actions.ts";
import { ConfirmChange } from "../change/confirm-change.tsx";
import { usePoolObstacle } from "../change/use-obstacle.ts";
import { PoolKeysDialog } from "../keys/pool-keys-dialog.tsx";
import { RewindDialog } from "../rewind/rewind-dialog.tsx";
import { SplitDialog } from "../split/split-dialog.tsx";
import { useDisabledFeatures } from "../use-disabled-features.ts";

import { DestroyDialog } from "./destroy-dialog.tsx";
import { DiscardCheckpointDialog } from "./discard-checkpoint-dialog.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { actionObstacleText, checkpointPrice, poolActionText } from "./pool-action-text.ts";

/** What can be done with a pool as a whole; what cannot be done now says why. */
export const PoolMenu = ({ entry }: { readonly entry: PoolEntry }) => {
    const act = usePoolAction(entry);
    const [opened, setOpened] = useState(0);
    // no event tells of /boot
    const answer = useAnswer(readMounts, `${useStore(readings)} ${opened}`);
    const mounts = answer.kind === "ready" ? answer.value : undefined;
    const { disabled, ask } = useDisabledFeatures(entry.usage.name);
    return (
        <ReasonedMenu
            label={format(_("Actions for $0"), entry.usage.name)}
            hasDots
            reason={usePoolObstacle(entry)}
            choices={poolActions.map((action) => {
                const obstacle = actionObstacle(action, { ...entry, mounts, disabled });
                return {
                    id: action,
                    title: poolActionText(action),
                    ...(action === "takeCheckpoint" && { help: checkpointPrice() }),
                    reason: obstacle && actionObstacleText(obstacle),
                    isDanger: action === "rewind" || action === "destroy",
                };
            })}
            onOpen={() => {
                ask();
                setOpened(opened + 1);
            }}
            onChoose={act}
        />
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
            case "rewind":
                if (status) dialogs.show(<RewindDialog pool={usage} status={status} />);
                break;
            case "loadKeys":
                dialogs.show(<PoolKeysDialog pool={usage.name} />);
                break;
            case "sync":
                changeRunner.run(syncPool(usage));
                break;
            case "split":
                if (status) dialogs.show(<SplitDialog identity={usage} pool={status} />);
                break;
            case "reguid":
                dialogs.show(
                    <ConfirmChange
                        command={reguidPool(usage)}
                        title={format(_("Give $0 a new guid?"), usage.name)}
                        text={_(
                            "It is needed when a copy of the disks is to be imported beside the pool. Whoever knows the pool by its guid, such as a script or the record of its changes, takes it for another one from then on.",
                        )}
                        action={_("Give a new guid")}
                    />,
                );
                break;
            case "export":
                dialogs.show(<ExportDialog pool={usage} />);
                break;
            case "destroy":
                dialogs.show(<DestroyDialog pool={usage} />);
        }
    };
}
