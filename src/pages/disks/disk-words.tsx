import { _, format } from "../../i18n.ts";
import type { DiskOffer } from "../../zfs/disk-choice.ts";
import type { SpareOffer } from "../../zfs/spare-choice.ts";

import { diskFacts, diskObstacleText, holdingsText } from "./disk-text.ts";

/** What a disk is, and what is on it or why it cannot be chosen. */
export const DiskWords = ({ disk, obstacle, holdings }: DiskOffer) => (
    <>
        <span>{diskFacts(disk)}</span>
        {obstacle ? (
            <strong>{diskObstacleText(obstacle)}</strong>
        ) : (
            holdings.length > 0 && <strong>{format(_("Not empty: $0"), holdingsText(holdings))}</strong>
        )}
    </>
);

/** What a spare is, and why it cannot be chosen. */
export const SpareWords = ({ disk, obstacle }: SpareOffer) => (
    <>
        {disk && <span>{diskFacts(disk)}</span>}
        <strong>{_("Hot spare of this pool")}</strong>
        {obstacle && <strong>{diskObstacleText(obstacle)}</strong>}
    </>
);
