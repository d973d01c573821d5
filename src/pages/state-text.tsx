import BanIcon from "@patternfly/react-icons/dist/esm/icons/ban-icon.js";
import CheckCircleIcon from "@patternfly/react-icons/dist/esm/icons/check-circle-icon.js";
import ExclamationCircleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon.js";
import ExclamationTriangleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon.js";
import OutlinedCircleIcon from "@patternfly/react-icons/dist/esm/icons/outlined-circle-icon.js";

import { LiveText } from "../ui/live-text.tsx";
import type { State } from "../zfs/model.ts";

import { stateGravity } from "./state-label.tsx";
import { stateWord } from "./state-word.ts";

const icons = {
    success: CheckCircleIcon,
    warning: ExclamationTriangleIcon,
    danger: ExclamationCircleIcon,
    info: CheckCircleIcon,
    custom: OutlinedCircleIcon,
};

/** The state of a device as an icon and a word, light enough for hundreds of rows. */
export const StateText = ({ state }: { readonly state: State }) => {
    const gravity = stateGravity[state] ?? "custom";
    const Icon = state === "OFFLINE" ? BanIcon : icons[gravity];
    return (
        <span className={`zfs-state zfs-${gravity}`}>
            <Icon /> <LiveText>{stateWord(state)}</LiveText>
        </span>
    );
};
