import { useDialogs } from "dialogs";
import { useState } from "react";
import type { ReactNode } from "react";

import type { Command } from "../../zfs/commands/command.ts";
import type { Outcome } from "../../zfs/outcome.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";

import { ChangeNotice } from "./change-notice.tsx";
import { useSteps } from "./use-steps.tsx";

/** What a dialog is told about changes that it asks for one after another. */
export interface SeriesInDialog {
    /** Those that are still to be done, in their order. */
    readonly line: readonly string[];
    readonly isBusy: boolean;
    /** How many of them were done. */
    readonly done: number;
    /** What became of the last try. */
    readonly outcome: Outcome | undefined;
    /** What became of the one that was not done, or what the one that runs waits for. */
    readonly notice: ReactNode;
    /** Begins, or goes on with the first that was not done. */
    readonly onAction: () => void;
    readonly onClose: () => void;
}

export interface SeriesOptions {
    /** The bytes of the secret of the command that has one, taken from the field at its turn. */
    readonly takeSecret?: () => Uint8Array;
    /** What is done when all are; if not said, the dialog closes. */
    readonly onDone?: () => void;
    /** The person looks on: the page tells of each that is done, and none begins once the dialog is closed. */
    readonly isWatched?: boolean;
}

/**
 * What a dialog needs that runs several changes, each only when the one before is done. What was done is not done
 * again when the person tries again; and when the dialog is closed meanwhile, they go on to their end, if nothing else
 * is said.
 *
 * @param commands the same until the first one runs
 */
export function useChangeSeries(
    commands: readonly Command[],
    { takeSecret, onDone, isWatched = false }: SeriesOptions = {},
): SeriesInDialog {
    const dialogs = useDialogs();
    const { isBusy, change, run } = useSteps({ isWatched });
    const [started, setStarted] = useState(commands);
    const [done, setDone] = useState(0);
    // what runs is what was seen; as long as none is done, the fields may still make others of them
    const all = isBusy || done > 0 ? started : commands;

    const start = (journalOnly = false) => {
        setStarted(all);
        const onStep = () => setDone((count) => count + 1);
        void run(all.slice(done), { journalOnly, takeSecret, onStep, onDone });
    };

    return {
        line: all.slice(done).map(({ argv }) => shellQuote(argv)),
        isBusy,
        done,
        notice: change && <ChangeNotice change={change} onJournalOnly={() => start(true)} />,
        outcome: change?.outcome,
        onAction: () => start(),
        onClose: dialogs.close,
    };
}
