// REWIND. A checkpoint is a pool as it once was. The way back to it leads over an export and an import, and is one way:
// what was done since then is gone, and so is the checkpoint. So a person is told all that is known of it before.
import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";

import { hostTime } from "../../backend/clock.ts";
import { _, format } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { absoluteTime, relativeTime } from "../../ui/dates.ts";
import { DangerDialog } from "../../ui/dialogs/danger-dialog.tsx";
import { useTicks } from "../../ui/use-ticks.ts";
import { rewindPool } from "../../zfs/commands/import.ts";
import { exportPool } from "../../zfs/commands/pool-life.ts";
import { searchFor } from "../../zfs/import-search.ts";
import type { Checkpoint, Pool, PoolUsage } from "../../zfs/model.ts";
import { useChangeSeries } from "../change/use-change-series.tsx";
import { useOfferKeys } from "../keys/use-offer-keys.tsx";
import { InUse, usePoolContents } from "../pool/in-use.tsx";

import { Undone } from "./undone.tsx";

interface RewindDialogProps {
    readonly pool: PoolUsage;
    readonly status: Pool;
}

/** Takes a pool back to its checkpoint, once the person was told what that undoes and has typed its name. */
export const RewindDialog = ({ pool, status }: RewindDialogProps) => {
    const { name } = pool;
    useTicks();
    const contents = usePoolContents(name);
    const offerKeys = useOfferKeys();
    const { done, notice, ...series } = useChangeSeries(
        [exportPool(pool, status.checkpoint), rewindPool(pool, searchFor(status), pool.altroot)],
        { onDone: () => void offerKeys(name, true) },
    );
    const isExported = done > 0;
    return (
        <DangerDialog
            {...series}
            title={format(_("Rewind $0 to its checkpoint?"), name)}
            losses={contents.kind === "waiting" ? undefined : losses(status.checkpoint, hostTime())}
            name={name}
            action={
                isExported ? format(_("Import $0 at its checkpoint"), name) : format(_("Rewind $0"), name)
            }
            notice={
                <div className="zfs-stack">
                    {notice}
                    {isExported && !series.isBusy && <LeftExported pool={name} />}
                </div>
            }
        >
            {!isExported && (
                <>
                    <Undone pool={name} created={status.checkpoint?.created} isGoing={series.isBusy} />
                    <p>
                        {_(
                            "What was destroyed since then comes back. For this the pool is exported and imported again: everything in it is unmounted meanwhile, and encrypted filesystems are locked afterwards.",
                        )}
                    </p>
                    <InUse contents={contents} />
                    <p>
                        {_(
                            "Leave this page open until it is done: without it, the pool is exported and not imported.",
                        )}
                    </p>
                </>
            )}
        </DangerDialog>
    );
};

/** What is undone, whatever the pool remembers of it. */
function losses(checkpoint: Checkpoint | undefined, now: number): readonly string[] {
    const created = checkpoint?.created;
    return [
        created === undefined
            ? _("All data that was written since the checkpoint was taken")
            : format(
                  _("All data that was written since $0, $1"),
                  absoluteTime(created),
                  relativeTime(created, now),
              ),
        _("Datasets and snapshots that were made since then"),
        _("Properties that were set, features that were enabled and devices that were added since then"),
        _("The checkpoint itself"),
    ];
}

/** The half that was done, and the way on. */
const LeftExported = ({ pool }: { readonly pool: string }) => (
    <Alert
        component="p"
        variant="warning"
        isInline
        title={format(_("$0 was exported, and is not imported again"), pool)}
    >
        <p>
            {_("Try again here, or import it as it is, or with “Go back to its checkpoint” ticked:")}{" "}
            <a href={formatRoute({ screen: "import" })}>{_("Import pool")}</a>
        </p>
    </Alert>
);
