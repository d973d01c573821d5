import { _ } from "../../i18n.ts";
import type { PoolEntry } from "../../store/pools.ts";
import type { Return } from "../../zfs/layout/addition.ts";
import { TakeCheckpoint } from "../take-checkpoint.tsx";

interface UndoingProps {
    readonly entry: PoolEntry;
    readonly way: Return;
}

/** Whether what is added can be removed again, and the checkpoint that would undo it. */
export const Undoing = ({ entry, way }: UndoingProps) => (
    <div className="zfs-stack">
        <p>{returnText(way)}</p>
        {way !== "always" &&
            (entry.status?.checkpoint ? (
                <p>{_("The pool has a checkpoint: going back to it undoes this, too.")}</p>
            ) : (
                <>
                    <p>
                        {_(
                            "A checkpoint keeps the way back: an import that rewinds to it undoes this, and all since.",
                        )}
                    </p>
                    <TakeCheckpoint entry={entry} />
                </>
            ))}
    </div>
);

function returnText(way: Return): string {
    switch (way) {
        case "always":
            return _("These devices can be removed again at any time.");
        case "copied":
            return _("These devices can be removed again: what is on them is copied to the others then.");
        case "never":
            return _(
                "This cannot be undone: from a pool with raidz or draid no device for data, special or dedup can be removed.",
            );
    }
}
