import { _, format, ngettext } from "../../i18n.ts";
import { formatPercent } from "../../ui/dates.ts";
import type { Pool, PoolUsage, RootDataset } from "../../zfs/model.ts";
import { leaves } from "../../zfs/vdevs.ts";

interface PoolFactsProps {
    readonly usage: PoolUsage;
    readonly status: Pool | undefined;
    readonly root: RootDataset | undefined;
}

/** Small figures about a pool. Their line is there from the beginning, so that nothing jumps when they come. */
export const PoolFacts = ({ usage: { fragmentation }, status, root }: PoolFactsProps) => (
    <ul className="zfs-facts zfs-quiet" aria-label={_("Figures")}>
        {status && <li>{ngettext("$0 device", "$0 devices", leaves(status).length)}</li>}
        {fragmentation !== undefined && (
            <li>{format(_("Fragmentation $0"), formatPercent(fragmentation))}</li>
        )}
        {root?.compressRatio !== undefined && (
            <li>{format(_("Compression ${0}x"), root.compressRatio.toFixed(2))}</li>
        )}
    </ul>
);
