import CheckCircleIcon from "@patternfly/react-icons/dist/esm/icons/check-circle-icon.js";
import ExclamationCircleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon.js";
import OutlinedCircleIcon from "@patternfly/react-icons/dist/esm/icons/outlined-circle-icon.js";
import QuestionCircleIcon from "@patternfly/react-icons/dist/esm/icons/question-circle-icon.js";
import SyncAltIcon from "@patternfly/react-icons/dist/esm/icons/sync-alt-icon.js";
import type { ComponentType } from "react";

import { LiveText } from "../../ui/live-text.tsx";
import type { Change } from "../../zfs/audit.ts";

import { outcomeWord, stateExplanation } from "./change-words.ts";

const looks: Readonly<Record<string, readonly [Icon: ComponentType, className: string]>> = {
    running: [SyncAltIcon, "zfs-info"],
    done: [CheckCircleIcon, "zfs-success"],
    failed: [ExclamationCircleIcon, "zfs-danger"],
    unknown: [QuestionCircleIcon, "zfs-warning"],
};

/** What has become of a change, as an icon and a word, explained on hover. */
export const ChangeState = ({ change }: { readonly change: Change }) => {
    const { state } = change;
    const [Icon, className] = looks[state] ?? [OutlinedCircleIcon, "zfs-custom"];
    return (
        <span className={`zfs-state ${className}`} title={stateExplanation(state)}>
            <Icon /> <LiveText>{outcomeWord(change)}</LiveText>
        </span>
    );
};
