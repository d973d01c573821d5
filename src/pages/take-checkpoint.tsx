import { useState } from "react";

import { _ } from "../i18n.ts";
import { changeRunner, changes } from "../store/changes.ts";
import { useStore } from "../store/hooks.ts";
import type { PoolEntry } from "../store/pools.ts";
import { ReasonedButton } from "../ui/reasoned-button.tsx";
import { takeCheckpoint } from "../zfs/commands/checkpoint.ts";
import { actionObstacle } from "../zfs/pool-actions.ts";

import { ChangeNotice } from "./change/change-notice.tsx";
import { usePoolObstacle } from "./change/use-obstacle.ts";
import { actionObstacleText, checkpointPrice } from "./pool/pool-action-text.ts";
import { useDisabledFeatures } from "./use-disabled-features.ts";

/** Offers a way back before something that has no other, and says what it costs. */
export const TakeCheckpoint = ({ entry }: { readonly entry: PoolEntry }) => {
    const [id, setId] = useState<number>();
    const change = useStore(changes).find((one) => one.id === id);
    const take = (journalOnly = false) =>
        setId(changeRunner.run(takeCheckpoint(entry.usage), { journalOnly }));
    const { disabled } = useDisabledFeatures(entry.usage.name, true);
    const obstacle = actionObstacle("takeCheckpoint", { ...entry, mounts: undefined, disabled });
    return (
        <div>
            <p>
                {_(
                    "A checkpoint keeps the way back: an import that rewinds to it undoes this, and all since.",
                )}
            </p>
            <p className="zfs-quiet">{checkpointPrice()}</p>
            <ReasonedButton
                variant="secondary"
                size="sm"
                reason={usePoolObstacle(entry) ?? (obstacle && actionObstacleText(obstacle))}
                onClick={() => take()}
            >
                {_("Take a checkpoint first")}
            </ReasonedButton>
            {change && <ChangeNotice change={change} onJournalOnly={() => take(true)} />}
        </div>
    );
};
