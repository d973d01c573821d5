import { _, format } from "../../i18n.ts";
import type { Answer } from "../../store/answer.ts";
import { DangerDialog } from "../../ui/dialogs/danger-dialog.tsx";
import { destroyPool } from "../../zfs/commands/pool-life.ts";
import type { PoolContents } from "../../zfs/contents.ts";
import type { PoolUsage } from "../../zfs/model.ts";
import { useChange } from "../change/use-change.tsx";

import { lossLines } from "./contents-text.ts";
import { InUse, usePoolContents } from "./in-use.tsx";

/** Destroys a pool, once the person was told what is lost and has typed its name. */
export const DestroyDialog = ({ pool }: { readonly pool: PoolUsage }) => {
    const contents = usePoolContents(pool.name, true);
    const seen = contents.kind === "ready" ? contents.value : undefined;
    return (
        <DangerDialog
            {...useChange(destroyPool(pool, seen))}
            title={format(_("Destroy $0 and everything in it?"), pool.name)}
            losses={losses(contents, pool)}
            name={pool.name}
            action={format(_("Destroy $0"), pool.name)}
        >
            <InUse contents={contents} />
        </DangerDialog>
    );
};

function losses(contents: Answer<PoolContents>, pool: PoolUsage): readonly string[] | undefined {
    switch (contents.kind) {
        case "waiting":
            return undefined;
        case "failed":
            return [_("Everything in it: its datasets could not be listed")];
        case "ready":
            return lossLines(contents.value, pool);
    }
}
