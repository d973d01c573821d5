import { _, format } from "../../i18n.ts";
import { askForCapabilities } from "../../store/capabilities.ts";
import { ReasonedMenu } from "../../ui/reasoned-menu.tsx";
import type { DeviceAction, DeviceOffer } from "../../zfs/device-offers.ts";

import { needsFeature } from "../obstacle-words.ts";

import { actionText, obstacleText } from "./action-text.ts";
import { actionReason } from "./use-device-reasons.ts";
import type { DeviceReasons } from "./use-device-reasons.ts";

interface DeviceMenuProps {
    readonly name: string;
    /** It is the pool, and stands for all that is in it. */
    readonly isPool: boolean;
    readonly offers: readonly DeviceOffer[];
    readonly reasons: DeviceReasons;
    readonly tabIndex: number;
    readonly onAction: (action: DeviceAction) => void;
}

/** What not every ZFS can do. */
const newer: readonly DeviceAction[] = ["widen", "uninitialize"];

/** What can be done to a device; nothing where that is nothing. */
export const DeviceMenu = ({ name, isPool, offers, reasons, tabIndex, onAction }: DeviceMenuProps) => {
    const { disabled, ask } = reasons.features;
    const onOpen = () => {
        if (offers.some(({ action }) => newer.includes(action))) askForCapabilities();
        if (offers.some(({ feature }) => feature !== undefined)) ask();
    };
    return offers.length > 0 ? (
        <ReasonedMenu
            hasDots
            label={format(isPool ? _("Actions for all devices of $0") : _("Actions for $0"), name)}
            choices={offers.map(({ action, obstacle, feature }) => ({
                id: action,
                title: actionText(action),
                reason:
                    actionReason(reasons, action) ??
                    (obstacle && obstacleText(obstacle)) ??
                    (feature && disabled.includes(feature) ? needsFeature(feature) : undefined),
            }))}
            reason={reasons.host}
            tabIndex={tabIndex}
            onOpen={onOpen}
            onChoose={onAction}
        />
    ) : null;
};
