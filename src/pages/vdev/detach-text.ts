// What detaching a device means, in words.
import { _, format, ngettext } from "../../i18n.ts";
import { isNewcomer } from "../../zfs/device-offers.ts";
import type { DevicePlace } from "../../zfs/redundancy.ts";
import { shortName } from "../../zfs/vdevs.ts";

/** What happens when the device is detached. */
export function detachText(place: DevicePlace): string {
    const parent = place.above.at(-1);
    const others = parent?.children.filter((child) => child !== place.vdev) ?? [];
    const rest = others.map(shortName).join(", ");
    switch (parent?.kind) {
        case "replacing":
            return isNewcomer(place)
                ? format(_("The replacement is given up: $0 stays."), rest)
                : format(_("$0 takes its place for good, and is from then on the only one there."), rest);
        case "spare":
            return isNewcomer(place)
                ? format(_("The spare is free again, and $0 stays in its place."), rest)
                : format(_("The spare $0 takes its place for good."), rest);
        default:
            return `${_("Its copy of the data is given up: the disk belongs to no pool then, and to attach it again is to write everything anew.")} ${redundancyText(parent?.name ?? "", others.length)}`;
    }
}

const redundancyText = (mirror: string, count: number): string =>
    count === 1
        ? format(
              _("$0 has no redundancy any more: when its last disk fails, the whole pool is lost."),
              mirror,
          )
        : ngettext("$1 keeps $0 copy.", "$1 keeps $0 copies.", count, mirror);
