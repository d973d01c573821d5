import { useDialogs } from "dialogs";
import { useEffect, useRef, useState } from "react";

import { hasSucceeded } from "../../store/change-runner.ts";
import type { ChangeRequest, Ended } from "../../store/change-runner.ts";
import { changeRunner, changes } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import type { Command } from "../../zfs/commands/command.ts";

/** How several changes are run one after the other. */
interface StepOptions {
    readonly journalOnly?: boolean | undefined;
    /** The bytes of the secret of the command that has one, taken from the field at its turn. */
    readonly takeSecret?: (() => Uint8Array) | undefined;
    /** Told of each that is done. */
    readonly onStep?: ((command: Command) => void) | undefined;
    /** What is done when all are; if not said, the dialog closes. */
    readonly onDone?: (() => void) | undefined;
}

/** Several changes that a dialog asks for, one after the other. */
export interface Steps {
    readonly isBusy: boolean;
    /** The last that was begun, as long as there is something to say of it. */
    readonly change: ChangeRequest | undefined;
    /** Those that have ended, in their order; one that was tried again stands there twice. */
    readonly ended: readonly Ended[];
    /**
     * Runs commands, each only when the one before is done: what comes after one that goes wrong may build on it. If
     * the person closes the dialog, the rest goes on under the eyes of the page.
     */
    readonly run: (commands: readonly Command[], options?: StepOptions) => Promise<void>;
}

/**
 * What a dialog needs that runs several changes.
 *
 * @param isWatched the page tells of each that is done, and none begins once the dialog is closed
 */
export function useSteps({ isWatched = false }: { readonly isWatched?: boolean } = {}): Steps {
    const dialogs = useDialogs();
    const isOpen = useRef(true);
    const [id, setId] = useState<number>();
    const [isBusy, setBusy] = useState(false);
    const [ended, setEnded] = useState<readonly Ended[]>([]);
    const change = useStore(changes).find((one) => one.id === id);

    useEffect(() => {
        isOpen.current = true;
        return () => {
            isOpen.current = false;
        };
    }, []);
    useEffect(() => () => (id === undefined ? undefined : changeRunner.leaveDialog(id)), [id]);

    return {
        ...{ isBusy, change, ended },
        run: async (commands, { journalOnly, takeSecret, onStep, onDone = dialogs.close } = {}) => {
            setBusy(true);
            const count = await changeRunner.runInTurn(commands, {
                optionsOf: ({ secret }) =>
                    isWatched && !isOpen.current
                        ? undefined
                        : { journalOnly, isInDialog: isOpen.current, secret: secret && takeSecret?.() },
                onStart: setId,
                onEnd: (step) => {
                    setEnded((all) => [...all, step]);
                    if (hasSucceeded(step)) onStep?.(step.command);
                },
                tellsEach: isWatched,
            });
            setBusy(false);
            // another dialog may be open by now
            if (count === commands.length && isOpen.current) onDone();
        },
    };
}
