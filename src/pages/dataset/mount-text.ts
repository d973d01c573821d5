// Where a dataset is to be found on the host, in words.
import { _, format } from "../../i18n.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { isLocked, mountedAt } from "../../zfs/dataset.ts";

/** Where a filesystem is mounted, or why it is not; undefined of a volume, or where ZFS does not tell. */
export function mountText(dataset: Dataset): string | undefined {
    const { mounted, mountpoint, canmount, zoned } = dataset;
    if (mounted === undefined) return undefined;
    if (mounted)
        return (
            mountedAt(dataset) ?? (mountpoint === "legacy" ? _("Yes, by /etc/fstab or mount(8)") : _("Yes"))
        );
    if (isLocked(dataset)) return _("No: its key is not loaded");
    if (zoned) return _("No: it is given to a container (zoned)");
    if (canmount === "off") return _("No: its property canmount is off");
    if (mountpoint === "none") return _("No: its property mountpoint is none");
    if (mountpoint === "legacy") return _("No: that is left to /etc/fstab or mount(8)");
    if (mountpoint === undefined) return _("No");
    if (canmount === "noauto") return format(_("No: only when asked, at $0"), mountpoint);
    return format(_("No, but it should be at $0"), mountpoint);
}

/** The device of a volume; there is none for a blank in a path of udev's. */
export const devicePath = ({ name }: Dataset): string => `/dev/zvol/${name.replaceAll(" ", "+")}`;
