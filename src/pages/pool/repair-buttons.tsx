import { format, _ } from "../../i18n.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { judge } from "../../zfs/health.ts";
import type { Pool } from "../../zfs/model.ts";
import { repairs } from "../../zfs/repairs.ts";
import { shortName } from "../../zfs/vdevs.ts";
import { actionText } from "../vdev/action-text.ts";
import { useDeviceAction } from "../vdev/use-device-action.tsx";
import { actionReason, useDeviceReasons } from "../vdev/use-device-reasons.ts";

/** For so many devices there are buttons; the others have their menus below. */
const most = 3;

/** What helps the devices of a pool that something is the matter with, where that is said. */
export const RepairButtons = ({ entry, pool }: { readonly entry: PoolEntry; readonly pool: Pool }) => {
    const act = useDeviceAction(entry.usage);
    const reasons = useDeviceReasons(entry);
    const offered = repairs(pool, judge(pool, entry.usage).findings).slice(0, most);
    return offered.map(({ place, actions }) => {
        const name = shortName(place.vdev);
        return (
            <div key={name} className="zfs-repairs">
                <span className="zfs-quiet">{name}</span>
                {actions.map((action) => (
                    <ReasonedButton
                        key={action}
                        variant="secondary"
                        size="sm"
                        aria-label={format(_("$0: $1"), name, actionText(action))}
                        reason={actionReason(reasons, action)}
                        onClick={() => act(action, place)}
                    >
                        {actionText(action)}
                    </ReasonedButton>
                ))}
            </div>
        );
    });
};
