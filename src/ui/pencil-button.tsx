import PencilAltIcon from "@patternfly/react-icons/dist/esm/icons/pencil-alt-icon.js";

import { ReasonedButton } from "./reasoned-button.tsx";

interface PencilButtonProps {
    /** What it changes, for those who cannot see where it stands. */
    readonly label: string;
    /** Why it cannot be pressed now; undefined when it can. */
    readonly reason: string | undefined;
    readonly onClick: () => void;
}

/** Leads from a value to the dialog that changes it. */
export const PencilButton = ({ label, reason, onClick }: PencilButtonProps) => (
    <ReasonedButton
        variant="plain"
        size="sm"
        hasNoPadding
        className="zfs-pencil"
        icon={<PencilAltIcon />}
        aria-label={label}
        reason={reason}
        onClick={onClick}
    />
);
