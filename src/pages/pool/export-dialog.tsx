import { _, format } from "../../i18n.ts";
import { ConfirmDialog } from "../../ui/dialogs/confirm-dialog.tsx";
import type { Identity } from "../../zfs/commands/expect.ts";
import { exportPool } from "../../zfs/commands/pool-life.ts";
import { useChange } from "../change/use-change.tsx";

import { InUse, usePoolContents } from "./in-use.tsx";

/** Exports a pool, once the person was told what is in use. */
export const ExportDialog = ({ pool }: { readonly pool: Identity }) => {
    const contents = usePoolContents(pool.name);
    return (
        <ConfirmDialog
            {...useChange(exportPool(pool))}
            title={format(_("Export $0?"), pool.name)}
            text={_(
                "Everything in it is unmounted, and this host cannot use it until it is imported again. Nothing is lost.",
            )}
            action={format(_("Export $0"), pool.name)}
            isReady={contents.kind !== "waiting"}
        >
            <InUse contents={contents} />
        </ConfirmDialog>
    );
};
