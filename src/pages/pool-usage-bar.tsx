import { _, format } from "../i18n.ts";
import { UsageBar } from "../ui/usage-bar.tsx";
import { spaceLevel } from "../zfs/health.ts";
import type { PoolUsage } from "../zfs/model.ts";
import { formatSize, percentOf } from "../zfs/size.ts";

/** A level of health as the bar calls it. */
export const barLevels = { ok: undefined, warning: "warning", critical: "danger" } as const;

/** How full a pool is. The sizes are those of `zpool list`, so a raidz counts its parity in. */
export const PoolUsageBar = ({ usage: { size, allocated, free } }: { readonly usage: PoolUsage }) => {
    if (size === undefined || allocated === undefined || free === undefined || size === 0n)
        return <p className="zfs-quiet">{_("Size and use are not known")}</p>;
    const percent = percentOf(allocated, size);
    return (
        <UsageBar
            percent={percent}
            level={barLevels[spaceLevel(percent)]}
            label={format(
                _("$0 of $1 used, $2 free"),
                formatSize(allocated),
                formatSize(size),
                formatSize(free),
            )}
        />
    );
};
