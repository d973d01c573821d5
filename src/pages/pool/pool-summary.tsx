import { _, format } from "../../i18n.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { classSpaces } from "../../zfs/class-space.ts";
import type { Pool } from "../../zfs/model.ts";
import { formatSize } from "../../zfs/size.ts";
import { PoolHealth } from "../pool-health.tsx";
import { PoolUsageBar } from "../pool-usage-bar.tsx";
import { ProgressList } from "../progress-list.tsx";

import { Damage } from "./damage.tsx";
import { RepairButtons } from "./repair-buttons.tsx";
import { WayOut } from "./way-out.tsx";

/** How a pool is: the sentence, its space, what runs, and which files are damaged. */
export const PoolSummary = ({ entry }: { readonly entry: PoolEntry }) => {
    const { usage, status } = entry;
    return (
        <>
            {status && <PoolHealth entry={entry} pool={status} />}
            <WayOut entry={entry} />
            {status && <RepairButtons entry={entry} pool={status} />}
            <div>
                <PoolUsageBar usage={usage} />
                {status && <ClassSpaces pool={status} />}
            </div>
            {status && (
                <>
                    <ProgressList pool={status} />
                    {/* of a suspended pool ZFS has no list, and the call for it may hang */}
                    {usage.health !== "SUSPENDED" && <Damage pool={status} />}
                </>
            )}
        </>
    );
};

const ClassSpaces = ({ pool }: { readonly pool: Pool }) => {
    const spaces = classSpaces(pool);
    return (
        spaces.length > 0 && (
            <ul className="zfs-facts zfs-quiet" aria-label={_("Space by class")}>
                {spaces.map(({ kind, size, allocated }) => (
                    <li key={kind}>
                        {format(_("$0: $1 of $2"), kind, formatSize(allocated), formatSize(size))}
                    </li>
                ))}
            </ul>
        )
    );
};
