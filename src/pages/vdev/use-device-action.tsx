// WHAT THE MENU OF A DEVICE DOES. `zfs/device-offers.ts` says what is possible, `device-menu.tsx` shows that, and here
// each action goes its way: what harms nothing runs at once, the rest opens a dialog that says what it means.
import { useDialogs } from "dialogs";
import type { ReactElement } from "react";

import { _, format } from "../../i18n.ts";
import { changeRunner } from "../../store/changes.ts";
import type { Command } from "../../zfs/commands/command.ts";
import {
    attachDisk,
    clearErrors,
    detachDevice,
    expandDevice,
    onlineDevice,
    pauseInitialize,
    pauseTrim,
    removeDevice,
    reopenDevices,
    replaceDevice,
    resumeInitialize,
    resumeTrim,
    startInitialize,
    stopInitialize,
    stopRemove,
    stopTrim,
    uninitialize,
} from "../../zfs/commands/device.ts";
import type { Identity } from "../../zfs/commands/expect.ts";
import { seenVdev } from "../../zfs/commands/expect.ts";
import { attachTarget } from "../../zfs/device-offers.ts";
import type { DeviceAction } from "../../zfs/device-offers.ts";
import type { DevicePlace } from "../../zfs/redundancy.ts";
import { shortName } from "../../zfs/vdevs.ts";
import { ConfirmChange } from "../change/confirm-change.tsx";

import { detachText } from "./detach-text.ts";
import { FillDialog } from "./fill-dialog.tsx";
import { attachText, replaceText, widenText } from "./fill-text.ts";
import { OfflineDialog } from "./offline-dialog.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
import { TrimDialog } from "./trim-dialog.tsx";

/** Gives what does something to a device of a pool, or to all of them. */
export function useDeviceAction(pool: Identity): (action: DeviceAction, place: DevicePlace) => void {
    const dialogs = useDialogs();
    return (action, place) => {
        const way = wayOf(action, pool, place);
        if ("argv" in way) changeRunner.run(way);
        else dialogs.show(way);
    };
}

/** Whether it holds data that has to be copied before it can be removed. */
const isCopied = ({ section = "" }: DevicePlace): boolean => !["logs", "cache", "spares"].includes(section);

function wayOf(action: DeviceAction, pool: Identity, place: DevicePlace): Command | ReactElement {
    const { vdev } = place;
    const device = { name: shortName(vdev), guid: vdev.guid ?? "", within: seenVdev(pool, place) };
    const some = vdev.kind === "root" ? undefined : device;
    switch (action) {
        case "online":
            return onlineDevice(pool, device);
        case "offline":
            return <OfflineDialog pool={pool} device={device} />;
        case "expand":
            return (
                <ConfirmChange
                    command={expandDevice(pool, device)}
                    title={format(_("Use all of the disk of $0?"), device.name)}
                    text={_(
                        "The device cannot become smaller again: only a disk that is as large can take its place then. In a mirror or raidz there is more space once all devices there have become larger.",
                    )}
                    action={_("Use all of the disk")}
                />
            );
        case "clear":
            return clearErrors(pool, some);
        case "replace":
            return (
                <FillDialog
                    pool={pool}
                    device={device}
                    place={place}
                    title={format(_("Replace $0"), device.name)}
                    text={replaceText(place)}
                    action={_("Replace")}
                    isReplacement
                    canBeSequential={place.above[0]?.kind !== "raidz"}
                    build={replaceDevice}
                />
            );
        case "attach":
            return (
                <FillDialog
                    pool={pool}
                    device={{ ...device, guid: attachTarget(vdev)?.guid ?? "" }}
                    place={place}
                    title={format(_("Attach a disk to $0"), device.name)}
                    text={attachText(place)}
                    action={_("Attach")}
                    canBeSequential
                    build={attachDisk}
                />
            );
        case "widen":
            return (
                <FillDialog
                    pool={pool}
                    device={device}
                    place={place}
                    title={format(_("Expand $0 by a disk"), device.name)}
                    text={widenText()}
                    action={_("Expand")}
                    canBeSequential={false}
                    build={attachDisk}
                />
            );
        case "detach":
            return (
                <ConfirmChange
                    command={detachDevice(pool, device)}
                    title={format(_("Detach $0?"), device.name)}
                    text={detachText(place)}
                    action={_("Detach")}
                />
            );
        case "remove":
            return isCopied(place) ? (
                <RemoveDialog pool={pool} device={device} place={place} />
            ) : (
                <ConfirmChange
                    command={removeDevice(pool, device)}
                    title={format(_("Remove $0?"), device.name)}
                    text={_("No data of the pool is lost. The disk is free for something else then.")}
                    action={_("Remove")}
                />
            );
        case "stopRemove":
            return (
                <ConfirmChange
                    command={stopRemove(pool)}
                    title={format(_("Cancel the removal from $0?"), pool.name)}
                    text={_("All data stays where it was; another removal begins anew.")}
                    action={_("Cancel the removal")}
                />
            );
        case "startTrim":
            return <TrimDialog pool={pool} device={some} />;
        case "resumeTrim":
            return resumeTrim(pool, some);
        case "pauseTrim":
            return pauseTrim(pool, some);
        case "stopTrim":
            return stopTrim(pool, some);
        case "startInitialize":
            return (
                <ConfirmChange
                    command={startInitialize(pool, some)}
                    title={format(_("Initialize $0?"), device.name)}
                    text={_(
                        "Writes to all free space once, which may take hours and slows other work; it can be paused and stopped. What was overwritten or destroyed before can then no longer be brought back by a rewind.",
                    )}
                    action={_("Initialize")}
                />
            );
        case "resumeInitialize":
            return resumeInitialize(pool, some);
        case "pauseInitialize":
            return pauseInitialize(pool, some);
        case "stopInitialize":
            return stopInitialize(pool, some);
        case "uninitialize":
            return uninitialize(pool, some);
        case "reopen":
            return reopenDevices(pool);
    }
}
