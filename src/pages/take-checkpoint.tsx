import { _ } from "../i18n.ts";
import { changeRunner } from "../store/changes.ts";
import type { PoolEntry } from "../store/pools.ts";
import { ReasonedButton } from "../ui/reasoned-button.tsx";
import { takeCheckpoint } from "../zfs/commands/checkpoint.ts";
import { actionObstacle } from "../zfs/pool-actions.ts";

import { usePoolObstacle } from "./change/use-obstacle.ts";
import { actionObstacleText } from "./pool/pool-action-text.ts";

/** Offers a way back before something that has no other. */
export const TakeCheckpoint = ({ entry }: { readonly entry: PoolEntry }) => {
    const obstacle = actionObstacle("takeCheckpoint", { ...entry, mounts: undefined });
    return (
        <div>
            <ReasonedButton
                variant="secondary"
                size="sm"
                reason={usePoolObstacle(entry) ?? (obstacle && actionObstacleText(obstacle))}
                onClick={() => changeRunner.run(takeCheckpoint(entry.usage))}
            >
                {_("Take a checkpoint first")}
            </ReasonedButton>
        </div>
    );
};
