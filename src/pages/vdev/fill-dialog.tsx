import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useId, useState } from "react";

import { _ } from "../../i18n.ts";
import { useDisksAfter } from "../../store/use-disks.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { besideVdev } from "../../zfs/beside.ts";
import type { Command } from "../../zfs/commands/command.ts";
import { replaceBySpare } from "../../zfs/commands/device.ts";
import type { FillOptions } from "../../zfs/commands/device.ts";
import type { Identity, PlacedDevice, SeenDisk } from "../../zfs/commands/expect.ts";
import { contentOf, seenDisk } from "../../zfs/disk-choice.ts";
import type { Disk } from "../../zfs/disk.ts";
import { diskFinder } from "../../zfs/find-disk.ts";
import { leastSize } from "../../zfs/least-size.ts";
import type { Vdev } from "../../zfs/model.ts";
import { isAgreed, maybeInUse, overridableAfter } from "../../zfs/overwrite.ts";
import { rebuildObstacle } from "../../zfs/rebuild.ts";
import type { DevicePlace } from "../../zfs/redundancy.ts";
import { spareOffers } from "../../zfs/spare-choice.ts";
import { leavesOf } from "../../zfs/vdevs.ts";
import { useChange } from "../change/use-change.tsx";
import { DiskChooser, chosenOffer, chosenSpare } from "../disks/disk-chooser.tsx";
import type { DiskChoice } from "../disks/disk-chooser.tsx";
import { MaybeInUse } from "../disks/maybe-in-use.tsx";
import { useDiskOffers } from "../disks/use-disk-offers.ts";
import { useDisabledFeatures } from "../use-disabled-features.ts";
import { usePoolNow } from "../use-pool-now.ts";

import { besideNewText, besideText, rebuildObstacleText, spareText } from "./fill-text.ts";

interface FillDialogProps {
    readonly pool: Identity;
    readonly device: PlacedDevice;
    readonly place: DevicePlace;
    readonly title: string;
    /** What will happen. */
    readonly text: string;
    readonly action: string;
    /** Whether the disk of the device leaves the pool, with all else that is on it. */
    readonly isReplacement?: boolean;
    /** Whether the disk can be filled in its own order. */
    readonly canBeSequential: boolean;
    readonly build: (pool: Identity, device: PlacedDevice, disk: SeenDisk, options: FillOptions) => Command;
}

/** Gives a disk to a pool, which fills it with what others have: in the place of a device, or beside it. */
export const FillDialog = (props: FillDialogProps) => {
    const { pool, device, place, title, text, action, isReplacement, canBeSequential, build } = props;
    const [choice, setChoice] = useState<DiskChoice>({});
    const [agreed, setAgreed] = useState<string>();
    const [isSequentialWanted, setSequential] = useState(false);
    const field = useId();
    const least = leastSize(place);
    const state = useDiskOffers(least);
    const status = usePoolNow(pool)?.status;
    const { disabled } = useDisabledFeatures(pool.name, canBeSequential);
    const obstacle = (sequential: boolean) => status && rebuildObstacle(status, sequential, disabled);
    const [sequentialObstacle, plainObstacle] = [obstacle(true), obstacle(false)];
    const isSequential = isSequentialWanted && sequentialObstacle === undefined;
    const disks = state.kind === "ready" ? state.offers.map(({ disk }) => disk) : [];
    const spares = isReplacement && status ? spareOffers(status, place, disks, least) : [];
    const spare = chosenSpare(spares, choice);
    const offer = chosenOffer(state, choice);
    const commandFor = (isForced: boolean) =>
        spare
            ? replaceBySpare(pool, device, spare, isSequential)
            : offer && build(pool, device, seenDisk(offer.disk), { isSequential, isForced });
    // a spare belongs to the pool already: there is nothing on it to overwrite
    const holdings = spare ? [] : (offer?.holdings ?? []);
    const inUse = (reasons: readonly string[]) =>
        isAgreed(reasons, holdings) ? maybeInUse(reasons, holdings) : [];
    const isInUseAgreed = offer !== undefined && agreed === contentOf(offer);
    const change = useChange(commandFor(false), {
        force: (reasons) =>
            !spare && isAgreed(reasons, holdings) && (isInUseAgreed || inUse(reasons).length === 0)
                ? commandFor(true)
                : undefined,
    });
    useDisksAfter(change.outcome);
    return (
        <FormDialog
            {...change}
            variant="warning"
            title={title}
            action={action}
            isReady={(spare ?? offer) !== undefined && (isSequential || plainObstacle === undefined)}
        >
            <p>{spare ? spareText(place) : text}</p>
            {!spare && <Beside {...{ disks, isReplacement }} vdev={place.vdev} />}
            <DiskChooser state={state} spares={spares} choice={choice} onChoice={setChoice} />
            {plainObstacle && !isSequential && <p>{rebuildObstacleText(plainObstacle)}</p>}
            {canBeSequential && (
                <Checkbox
                    id={field}
                    label={_("Rebuild in the order of the disk, and scrub afterwards")}
                    description={
                        sequentialObstacle
                            ? rebuildObstacleText(sequentialObstacle)
                            : _("Redundancy is back sooner; whether all of it can be read is checked later.")
                    }
                    isDisabled={sequentialObstacle !== undefined}
                    isChecked={isSequential}
                    onChange={(_event, isChecked) => setSequential(isChecked)}
                />
            )}
            <MaybeInUse
                holdings={inUse(overridableAfter(change.outcome) ?? [])}
                isAgreed={isInUseAgreed}
                onAgree={(isWanted) => setAgreed(isWanted && offer ? contentOf(offer) : undefined)}
            />
        </FormDialog>
    );
};

interface BesideProps {
    readonly disks: readonly Disk[];
    /** The device that goes, or the device or group that the new disk stands beside. */
    readonly vdev: Vdev;
    readonly isReplacement: boolean | undefined;
}

/** What else is on the disk that is there: ZFS copies none of it. */
const Beside = ({ disks, vdev, isReplacement }: BesideProps) => {
    const findDisk = diskFinder(disks);
    const parts = leavesOf(vdev)
        .flatMap((leaf) => findDisk(leaf) ?? [])
        .map(besideVdev)
        .find((beside) => beside.length > 0);
    return parts && <p>{isReplacement ? besideText(parts) : besideNewText(parts)}</p>;
};
