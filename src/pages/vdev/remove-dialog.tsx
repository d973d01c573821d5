import { readRemovalEstimate } from "../../backend/removal.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import type { Answer } from "../../store/answer.ts";
import { removeDevice } from "../../zfs/commands/device.ts";
import type { Identity, PlacedDevice } from "../../zfs/commands/expect.ts";
import type { Bytes } from "../../zfs/model.ts";
import type { DevicePlace } from "../../zfs/redundancy.ts";
import { formatSize } from "../../zfs/size.ts";
import { ConfirmChange } from "../change/confirm-change.tsx";

interface RemoveDialogProps {
    readonly pool: Identity;
    readonly device: PlacedDevice;
    readonly place: DevicePlace;
}

/** Takes a top-level vdev with data out of a pool, and says before what that costs for good. */
export const RemoveDialog = ({ pool, device, place: { vdev } }: RemoveDialogProps) => {
    const estimate = useAnswer(() => readRemovalEstimate(pool.name, device.guid), device.guid);
    const amount = formatSize(vdev.space?.allocated ?? 0n);
    return (
        <ConfirmChange
            command={removeDevice(pool, device)}
            title={format(_("Remove $0?"), device.name)}
            text={[
                format(
                    _(
                        "$0 are copied to the other devices in the background, which can be cancelled until it is done. The pool has less space then.",
                    ),
                    amount,
                ),
                tableText(estimate),
                _("A checkpoint cannot keep a way back: ZFS removes nothing while the pool has one."),
            ]
                .filter((text) => text !== "")
                .join(" ")}
            action={_("Remove")}
        />
    );
};

function tableText(estimate: Answer<Bytes>): string {
    switch (estimate.kind) {
        case "ready":
            return format(
                _("The table of moved blocks takes $0 of memory from then on."),
                formatSize(estimate.value),
            );
        case "failed":
            return _("How much memory the table of moved blocks takes from then on cannot be told.");
        case "waiting":
            return "";
    }
}
