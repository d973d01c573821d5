import { useDialogs } from "dialogs";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";

import { hasSucceeded } from "../../store/change-runner.ts";
import type { ChangeRequest } from "../../store/change-runner.ts";
import { changeRunner, changes } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import type { Command } from "../../zfs/commands/command.ts";
import type { Outcome } from "../../zfs/outcome.ts";
import { overridableAfter } from "../../zfs/overwrite.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";

import { ChangeNotice } from "./change-notice.tsx";

/** What a dialog of `ui/dialogs` is told about the change that it asks for. */
export interface ChangeInDialog {
    readonly line: string | undefined;
    readonly isBusy: boolean;
    readonly notice: ReactNode;
    /** What became of the last try. */
    readonly outcome: Outcome | undefined;
    readonly onAction: () => void;
    readonly onClose: () => void;
}

/** What else a dialog can do with a change. */
interface ChangeOptions {
    /** The bytes of the secret, taken from the field at the moment they are sent. */
    readonly takeSecret?: (() => Uint8Array) | undefined;
    /** The command with `-f`, if the person has agreed to all that zpool says it would override. */
    readonly force?: (reasons: readonly string[]) => Command | undefined;
    /** It runs with the rights that were delegated to the person. */
    readonly isDelegated?: boolean;
    /** What is done when it is done; if not said, the dialog closes. */
    readonly onDone?: () => void;
}

/**
 * What a dialog needs that runs a change: it is busy while the change runs, goes when that is done, and stays with
 * the reason when not. What ZFS had to remark on a change that is done, and the rest of one that still runs when the
 * person closes the dialog, is told by the page.
 *
 * @param command what the dialog would run now; undefined while its fields make none
 */
export function useChange(
    command: Command | undefined,
    { takeSecret, force, isDelegated = false, onDone }: ChangeOptions = {},
): ChangeInDialog {
    const dialogs = useDialogs();
    const finish = onDone ?? dialogs.close;
    const [id, setId] = useState<number>();
    const change = useStore(changes).find((one) => one.id === id);
    const isOver = change !== undefined && hasSucceeded(change);

    useEffect(() => {
        if (isOver) finish();
        // `finish` is a new function at every drawing
        // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [isOver]);
    useEffect(() => () => (id === undefined ? undefined : changeRunner.leaveDialog(id)), [id]);

    const run = (chosen: Command | undefined, journalOnly = false) =>
        chosen &&
        setId(
            changeRunner.run(chosen, {
                ...{ journalOnly, secret: takeSecret?.(), isInDialog: true },
                ...(isDelegated && { isDelegated }),
            }),
        );
    const forced = force && change && forcedAfter(change, force);

    return {
        line: command && shellQuote(command.argv),
        isBusy: change !== undefined && change.outcome === undefined,
        notice: change && (
            <ChangeNotice
                change={change}
                onJournalOnly={() => run(command, true)}
                onForce={forced && (() => run(forced))}
            />
        ),
        outcome: change?.outcome,
        onAction: () => run(command),
        onClose: dialogs.close,
    };
}

/** The command with `-f`, if that is what zpool asks for. */
function forcedAfter(
    { outcome }: ChangeRequest,
    force: (reasons: readonly string[]) => Command | undefined,
): Command | undefined {
    const reasons = overridableAfter(outcome);
    return reasons && force(reasons);
}
