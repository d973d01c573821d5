import { useMemo } from "react";

import { readZed } from "../../backend/system.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import type { DisksState } from "../../store/disks.ts";
import { useStore } from "../../store/hooks.ts";
import { isStuck } from "../../store/pools.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { readings } from "../../store/readings.ts";
import { useDisks } from "../../store/use-disks.ts";
import { diskFinder } from "../../zfs/find-disk.ts";
import type { Pool } from "../../zfs/model.ts";
import { leaves } from "../../zfs/vdevs.ts";
import { useDeviceAction } from "../vdev/use-device-action.tsx";
import { useDeviceReasons } from "../vdev/use-device-reasons.ts";

import { DeviceTree } from "./device-tree.tsx";
import { sparesText } from "./spares-text.ts";

/** The devices of a pool, with what the host knows of the disks behind them. */
export const DevicesTab = ({ entry, pool }: { readonly entry: PoolEntry; readonly pool: Pool }) => {
    const reasons = useDeviceReasons(entry);
    const act = useDeviceAction(entry.usage);
    const devices = JSON.stringify(leaves(pool).map(({ name, guid, state }) => [name, guid, state]));
    const state = useDisks(devices);
    const runsZed = useRunsZed(pool);
    const findDisk = useMemo(() => diskFinder(state.kind === "ready" ? state.disks : []), [state]);
    return (
        <>
            <DeviceTree
                pool={pool}
                identity={entry.usage}
                isStuck={isStuck(entry)}
                sparesNote={sparesText(pool, runsZed, entry.usage.autoreplace)}
                findDisk={findDisk}
                reasons={reasons}
                onAction={act}
            />
            <MissingDisks state={state} />
        </>
    );
};

/** Whether the daemon runs that puts spares in; asked where there are some. */
function useRunsZed({ state, sections }: Pool): boolean | undefined {
    const hasSpares = sections.some(({ kind, vdevs }) => kind === "spares" && vdevs.length > 0);
    const subject = [hasSpares, useStore(readings), state].join(" ");
    const answer = useAnswer(async () => (hasSpares ? readZed() : undefined), subject);
    return answer.kind === "ready" ? answer.value : undefined;
}

/** Says quietly why models, serial numbers and slots are not there. */
const MissingDisks = ({ state }: { readonly state: DisksState }) => {
    switch (state.kind) {
        case "absent":
            return (
                <p className="zfs-quiet">
                    {_(
                        "Models, serial numbers and slots are not shown: the program “zfsadmin” is not installed on this host.",
                    )}
                </p>
            );
        case "failed":
            return (
                <p className="zfs-quiet" title={state.error.message}>
                    {_("Models, serial numbers and slots are not shown: “zfsadmin disks” failed.")}
                </p>
            );
        default:
            return null;
    }
};
