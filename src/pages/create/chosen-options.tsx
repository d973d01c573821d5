import { _, format } from "../../i18n.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { poolSettings, rootSettings } from "../../zfs/pool-options.ts";
import type { PoolOptions } from "../../zfs/pool-options.ts";

import { settingText } from "./option-text.ts";

/** All that is set for a new pool, and what it means. Nothing else is. */
export const ChosenOptions = ({ options }: { readonly options: PoolOptions }) => {
    const { name, mountpoint } = options;
    return (
        <FactList
            isHorizontal
            horizontalTermWidthModifier={{ default: "20ch" }}
            aria-label={_("Options")}
            facts={[
                [_("Name"), name],
                [_("Mount point"), placeText(mountpoint === "" ? `/${name}` : mountpoint)],
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
