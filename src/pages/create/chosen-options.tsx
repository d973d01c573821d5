import { _, format } from "../../i18n.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { autoAshifts } from "../../zfs/layout/ashift.ts";
import type { PlannedVdev } from "../../zfs/layout/plan.ts";
import { poolSettings, rootSettings } from "../../zfs/pool-options.ts";
import type { PoolOptions } from "../../zfs/pool-options.ts";

import { autoAshiftText, settingText } from "./option-text.ts";

interface ChosenOptionsProps {
    readonly options: PoolOptions;
    readonly vdevs: readonly PlannedVdev[];
}

/** All that is set for a new pool, and what it means; and the block size, which never changes. Nothing else is set. */
export const ChosenOptions = ({ options, vdevs }: ChosenOptionsProps) => {
    const { name, mountpoint, ashift } = options;
    return (
        <FactList
            isHorizontal
            horizontalTermWidthModifier={{ default: "20ch" }}
            aria-label={_("Options")}
            facts={[
                [_("Name"), name],
                [_("Mount point"), placeText(mountpoint === "" ? `/${name}` : mountpoint)],
                ...(ashift === undefined
                    ? [[_("Smallest block (ashift)"), autoAshiftText(autoAshifts(vdevs))] as const]
                    : []),
                ...[...poolSettings(options), ...rootSettings(options)].map(
                    (setting) => [setting.join("="), settingText(setting)] as const,
                ),
            ]}
        />
    );
};

function placeText(mountpoint: string): string {
    if (mountpoint === "none") return _("It is mounted nowhere.");
    return mountpoint === "legacy" ? format(_("By $0 alone."), "/etc/fstab") : mountpoint;
}
