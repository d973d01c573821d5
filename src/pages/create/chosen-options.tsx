import {
    DescriptionList,
    DescriptionListDescription,
    DescriptionListGroup,
    DescriptionListTerm,
} from "@patternfly/react-core/dist/esm/components/DescriptionList/index.js";

import { _, format } from "../../i18n.ts";
import { poolSettings, rootSettings } from "../../zfs/pool-options.ts";
import type { PoolOptions } from "../../zfs/pool-options.ts";

import { settingText } from "./option-text.ts";

/** All that is set for a new pool, and what it means. Nothing else is. */
export const ChosenOptions = ({ options }: { readonly options: PoolOptions }) => {
    const { name, mountpoint } = options;
    return (
        <DescriptionList
            isCompact
            isHorizontal
            horizontalTermWidthModifier={{ default: "20ch" }}
            aria-label={_("Options")}
        >
            <Option term={_("Name")} text={name} />
            <Option term={_("Mount point")} text={placeText(mountpoint === "" ? `/${name}` : mountpoint)} />
            {[...poolSettings(options), ...rootSettings(options)].map((setting) => (
                <Option key={setting[0]} term={setting.join("=")} text={settingText(setting)} />
            ))}
        </DescriptionList>
    );
};

function placeText(mountpoint: string): string {
    if (mountpoint === "none") return _("It is mounted nowhere.");
    return mountpoint === "legacy" ? format(_("By $0 alone."), "/etc/fstab") : mountpoint;
}

const Option = ({ term, text }: { readonly term: string; readonly text: string }) => (
    <DescriptionListGroup>
        <DescriptionListTerm>{term}</DescriptionListTerm>
        <DescriptionListDescription>{text}</DescriptionListDescription>
    </DescriptionListGroup>
);
