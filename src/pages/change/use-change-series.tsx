import { useDialogs } from "dialogs";
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";

import { changeRunner, changes } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import type { Command } from "../../zfs/commands/command.ts";
import type { Outcome } from "../../zfs/outcome.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";

import { ChangeNotice } from "./change-notice.tsx";

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
    const isOpen = useRef(true);
    const [id, setId] = useState<number>();
    const [{ started, done, isBusy }, setState] = useState<SeriesState>(notStarted);
    const change = useStore(changes).find((one) => one.id === id);
    // what runs is what was seen: fields do not change it any more
    const all = started ?? commands;

    useEffect(() => {
        isOpen.current = true;
        return () => {
            isOpen.current = false;
        };
    }, []);
    useEffect(() => () => (id === undefined ? undefined : changeRunner.leaveDialog(id)), [id]);

    const start = async (journalOnly = false) => {
        setState({ started: done > 0 ? all : commands, done, isBusy: true });
        const rest = (done > 0 ? all : commands).slice(done);
        const count = await changeRunner.runInTurn(
            rest,
            ({ secret }) =>
                isWatched && !isOpen.current
                    ? undefined
                    : { journalOnly, isInDialog: isOpen.current, secret: secret && takeSecret?.() },
            (next, place) => {
                setId(next);
                setState((state) => ({ ...state, done: done + place }));
            },
            { tellsEach: isWatched },
        );
        // as long as none is done, the fields may still make others of them
        setState(({ started }) => ({
            started: done + count > 0 ? started : undefined,
            done: done + count,
            isBusy: false,
        }));
        if (count === rest.length && isOpen.current) (onDone ?? dialogs.close)();
    };

    return {
        line: all.slice(done).map(({ argv }) => shellQuote(argv)),
        isBusy,
        done,
        notice: change && <ChangeNotice change={change} onJournalOnly={() => void start(true)} />,
        outcome: change?.outcome,
        onAction: () => void start(),
        onClose: dialogs.close,
    };
}

interface SeriesState {
    /** The commands as they were when the first one ran. */
    readonly started: readonly Command[] | undefined;
    readonly done: number;
    readonly isBusy: boolean;
}

const notStarted: SeriesState = { started: undefined, done: 0, isBusy: false };
