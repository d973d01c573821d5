import ExclamationTriangleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon.js";

import { _, format, ngettext } from "../../i18n.ts";
import { diskName } from "../../zfs/disk-choice.ts";
import type { Disk } from "../../zfs/disk.ts";
import { vdevClasses } from "../../zfs/layout/plan.ts";
import type { PlannedVdev } from "../../zfs/layout/plan.ts";
import { usableSpace } from "../../zfs/layout/space.ts";
import { survivalOf } from "../../zfs/layout/survival.ts";
import type { PlanWarning } from "../../zfs/layout/warnings.ts";
import { formatSize } from "../../zfs/size.ts";

import { classText, paceText, survivalText, vdevText } from "./layout-text.ts";
import { warningText } from "./warning-text.ts";

interface LayoutPictureProps {
    readonly vdevs: readonly PlannedVdev[];
    readonly unused: readonly Disk[];
    readonly warnings: readonly PlanWarning[];
    readonly ashift?: number | undefined;
}

/** What the disks become: how much it holds, what may fail, how fast it is, what is unwise, and every disk in its vdev. */
export const LayoutPicture = ({ vdevs, unused, warnings, ashift }: LayoutPictureProps) => (
    <section className="zfs-picture" aria-label={_("Layout")}>
        {vdevs.length === 0 ? (
            <p className="zfs-quiet">{_("Choose disks to see the layout")}</p>
        ) : (
            <Summary vdevs={vdevs} ashift={ashift} />
        )}
        {warnings.length > 0 && (
            <ul className="zfs-warnings" aria-label={_("Warnings")}>
                {warnings.map((warning) => (
                    <li key={warningText(warning)} className="zfs-state zfs-warning">
                        <ExclamationTriangleIcon />
                        <span>{warningText(warning)}</span>
                    </li>
                ))}
            </ul>
        )}
        {vdevClasses.map((vdevClass) => {
            const own = vdevs.filter((vdev) => vdev.class === vdevClass);
            return (
                own.length > 0 && (
                    <div key={vdevClass}>
                        <p className="zfs-headline">{classText(vdevClass)}</p>
                        <ul className="zfs-vdevs">
                            {own.map((vdev) => (
                                <Vdev key={vdev.disks[0]?.name} vdev={vdev} />
                            ))}
                        </ul>
                    </div>
                )
            );
        })}
        {unused.length > 0 && (
            <p>{format(_("In no vdev, and left alone: $0"), unused.map(diskName).join(", "))}</p>
        )}
    </section>
);

const Summary = ({ vdevs, ashift }: Pick<LayoutPictureProps, "vdevs" | "ashift">) => {
    const space = usableSpace(vdevs, ashift);
    const survival = survivalOf(vdevs);
    const paces = new Set(vdevs.filter((vdev) => vdev.class === "data").map(paceText));
    return (
        <div>
            {space > 0n && <p className="zfs-headline">{format(_("About $0 usable"), formatSize(space))}</p>}
            {survival && survivalText(survival).map((sentence) => <p key={sentence}>{sentence}</p>)}
            {[...paces].map((sentence) => (
                <p key={sentence} className="zfs-quiet">
                    {sentence}
                </p>
            ))}
        </div>
    );
};

const Vdev = ({ vdev }: { readonly vdev: PlannedVdev }) => (
    <li className="zfs-vdev">
        <span className="zfs-quiet">{vdevText(vdev)}</span>
        <ul aria-label={ngettext("$0 disk", "$0 disks", vdev.disks.length)}>
            {vdev.disks.map((disk) => (
                <li key={disk.name} className="zfs-vdev-disk">
                    <span>{diskName(disk)}</span>
                    <span className="zfs-quiet">{formatSize(disk.size ?? 0n)}</span>
                </li>
            ))}
        </ul>
    </li>
);
