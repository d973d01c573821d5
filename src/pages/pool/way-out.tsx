import { changeRunner } from "../../store/changes.ts";
import { isStuck } from "../../store/pools.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { clearErrors } from "../../zfs/commands/device.ts";
import { useHostObstacle } from "../change/use-obstacle.ts";
import { actionText } from "../vdev/action-text.ts";

/** The way out of a pool that is stuck, also where nothing is known of its devices. */
export const WayOut = ({ entry }: { readonly entry: PoolEntry }) => {
    const reason = useHostObstacle();
    const { usage } = entry;
    // without its guid no change can be made to it
    if (!isStuck(entry) || usage.guid === "") return null;
    return (
        <div className="zfs-repairs">
            <ReasonedButton
                variant="secondary"
                size="sm"
                reason={reason}
                onClick={() => changeRunner.run(clearErrors(usage))}
            >
                {actionText("clear")}
            </ReasonedButton>
        </div>
    );
};
