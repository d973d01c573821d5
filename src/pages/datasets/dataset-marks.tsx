import CloneIcon from "@patternfly/react-icons/dist/esm/icons/clone-icon.js";
import ExclamationTriangleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon.js";
import EyeIcon from "@patternfly/react-icons/dist/esm/icons/eye-icon.js";
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon.js";
import ShareAltIcon from "@patternfly/react-icons/dist/esm/icons/share-alt-icon.js";
import UnlinkIcon from "@patternfly/react-icons/dist/esm/icons/unlink-icon.js";
import type { ComponentType } from "react";

import { _, format } from "../../i18n.ts";
import { tightQuota } from "../../zfs/dataset-space.ts";
import { hasTrait, isUnmounted } from "../../zfs/dataset-traits.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { isLocked } from "../../zfs/dataset.ts";

import { quotaText } from "./space-words.ts";

interface Mark {
    readonly Icon: ComponentType;
    readonly word: string;
    /** More about it. */
    readonly title?: string;
    readonly isTrouble: boolean;
}

/** What is to be known of a dataset at a glance, trouble first. */
function marksOf(dataset: Dataset): readonly Mark[] {
    const quota = tightQuota(dataset);
    const trouble = [
        isLocked(dataset) && { Icon: LockIcon, word: _("Locked"), title: _("Its key is not loaded") },
        isUnmounted(dataset) && { Icon: UnlinkIcon, word: _("Not mounted") },
        quota !== undefined && { Icon: ExclamationTriangleIcon, word: quotaText(quota) },
    ];
    const { origin } = dataset;
    const facts = [
        hasTrait(dataset, "shared") && {
            Icon: ShareAltIcon,
            word: _("Set to be shared"),
            title: _("Set to be shared: whether it is now is not among its properties"),
        },
        hasTrait(dataset, "readonly") && { Icon: EyeIcon, word: _("Read-only") },
        origin !== undefined && { Icon: CloneIcon, word: _("Clone"), title: format(_("Of $0"), origin) },
    ];
    return [
        ...trouble.flatMap((mark) => (mark ? [{ ...mark, isTrouble: true }] : [])),
        ...facts.flatMap((mark) => (mark ? [{ ...mark, isTrouble: false }] : [])),
    ];
}

/** What is to be known of a dataset, as icons with words. */
export const DatasetMarks = ({ dataset }: { readonly dataset: Dataset }) => {
    const marks = marksOf(dataset);
    return (
        <span className="zfs-marks" title={marks.map(({ word, title }) => title ?? word).join("\n")}>
            {marks.map(({ Icon, word, isTrouble }) => (
                <span key={word} className={`zfs-state ${isTrouble ? "zfs-warning" : "zfs-custom"}`}>
                    <Icon /> {word}
                </span>
            ))}
        </span>
    );
};
