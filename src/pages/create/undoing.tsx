import { _ } from "../../i18n.ts";
import type { PoolEntry } from "../../store/pools.ts";
import type { Return } from "../../zfs/layout/addition.ts";
import { TakeCheckpoint } from "../take-checkpoint.tsx";

import { returnText } from "./return-text.ts";

interface UndoingProps {
    readonly entry: PoolEntry;
    readonly way: Return;
}

/** Whether what is added can be removed again, and the checkpoint that would undo it. */
export const Undoing = ({ entry, way }: UndoingProps) => (
    <div className="zfs-stack">
        <p>{returnText(way, entry.status !== undefined && entry.status.checkpoint === undefined)}</p>
        {way !== "always" &&
            (entry.status?.checkpoint ? (
                <p>{_("The pool has a checkpoint: going back to it undoes this, too.")}</p>
            ) : (
                <TakeCheckpoint entry={entry} />
            ))}
    </div>
);
