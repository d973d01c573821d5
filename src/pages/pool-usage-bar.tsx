import { _, format } from "../i18n.ts";
import { UsageBar } from "../ui/usage-bar.tsx";
import type { PoolUsage } from "../zfs/model.ts";
import { formatSize } from "../zfs/size.ts";

/** How full a pool is. The sizes are those of `zpool list`, so a raidz counts its parity in. */
export const PoolUsageBar = ({ usage: { size, allocated, free } }: { readonly usage: PoolUsage }) => {
    if (size === undefined || allocated === undefined || free === undefined || size === 0n)
        return <p className="zfs-quiet">{_("Size and use are not known")}</p>;
    return (
        <UsageBar
            percent={Number((allocated * 1000n) / size) / 10}
            label={format(
                _("$0 of $1 used, $2 free"),
                formatSize(allocated),
                formatSize(size),
                formatSize(free),
            )}
        />
    );
};
