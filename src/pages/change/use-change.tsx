import { useDialogs } from "dialogs";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";

import { isDone } from "../../store/change-runner.ts";
import { changeRunner, changes } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import type { Command } from "../../zfs/commands/command.ts";
import type { Outcome } from "../../zfs/outcome.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";

import { ChangeNotice } from "./change-notice.tsx";

/** What a dialog of `ui/dialogs` is told about the change that it asks for. */
interface ChangeInDialog {
    readonly line: string | undefined;
    readonly isBusy: boolean;
    readonly notice: ReactNode;
    /** What became of the last try. */
    readonly outcome: Outcome | undefined;
    readonly onAction: () => void;
    readonly onClose: () => void;
}

/**
 * What a dialog needs that runs a change: it is busy while the change runs, goes when that is done, and stays with
 * the reason when not. A change that still runs when the person closes the dialog goes on, and the page tells the
 * rest.
 *
 * @param command what the dialog would run now; undefined while its fields make none
 * @param takeSecret the bytes of the secret, taken from the field at the moment they are sent
 */
export function useChange(command: Command | undefined, takeSecret?: () => Uint8Array): ChangeInDialog {
    const dialogs = useDialogs();
    const [id, setId] = useState<number>();
    const change = useStore(changes).find((one) => one.id === id);
    const hasSucceeded = change !== undefined && isDone(change);

    useEffect(() => {
        if (hasSucceeded) dialogs.close();
        // `dialogs` is a new object at every drawing
        // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [hasSucceeded]);
    useEffect(() => () => (id === undefined ? undefined : changeRunner.leaveDialog(id)), [id]);

    const run = (journalOnly: boolean) =>
        command &&
        setId(changeRunner.run(command, { journalOnly, secret: takeSecret?.(), isInDialog: true }));

    return {
        line: command && shellQuote(command.argv),
        isBusy: change !== undefined && change.outcome === undefined,
        notice: change && <ChangeNotice change={change} onJournalOnly={() => run(true)} />,
        outcome: change?.outcome,
        onAction: () => run(false),
        onClose: dialogs.close,
    };
}
