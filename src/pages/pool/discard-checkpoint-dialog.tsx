import { hostTime } from "../../backend/clock.ts";
import { _, format } from "../../i18n.ts";
import { relativeTime } from "../../ui/dates.ts";
import { DangerDialog } from "../../ui/dialogs/danger-dialog.tsx";
import { useTicks } from "../../ui/use-ticks.ts";
import { discardCheckpoint } from "../../zfs/commands/checkpoint.ts";
import type { Identity } from "../../zfs/commands/expect.ts";
import type { Checkpoint } from "../../zfs/model.ts";
import { formatSize } from "../../zfs/size.ts";
import { useChange } from "../change/use-change.tsx";

interface DiscardCheckpointDialogProps {
    readonly pool: Identity;
    /** Undefined when it has gone meanwhile. */
    readonly checkpoint: Checkpoint | undefined;
}

/** Discards the checkpoint of a pool: what is lost is the way back. */
export const DiscardCheckpointDialog = ({ pool, checkpoint }: DiscardCheckpointDialogProps) => {
    const { created, space } = checkpoint ?? {};
    useTicks();
    return (
        <DangerDialog
            {...useChange(discardCheckpoint(pool, checkpoint))}
            title={format(_("Discard the checkpoint of $0?"), pool.name)}
            losses={[
                created === undefined
                    ? _("The way back to the state of the pool when it was taken")
                    : format(
                          _("The way back to the state of the pool $0"),
                          relativeTime(created, hostTime()),
                      ),
            ]}
            name={pool.name}
            action={_("Discard the checkpoint")}
        >
            <p>
                {space === undefined
                    ? _(
                          "The data of now stays as it is. This frees the space that it holds, in the background.",
                      )
                    : format(
                          _("The data of now stays as it is. This frees $0 in the background."),
                          formatSize(space),
                      )}
            </p>
            <p>{_("To go that way instead, choose “Rewind to checkpoint…” in the menu of the pool.")}</p>
        </DangerDialog>
    );
};
