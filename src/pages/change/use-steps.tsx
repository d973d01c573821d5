import { useDialogs } from "dialogs";
import { useEffect, useRef, useState } from "react";

import { hasSucceeded } from "../../store/change-runner.ts";
import type { ChangeRequest, RunOptions } from "../../store/change-runner.ts";
import { changeRunner, changes, endOf } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import type { Command } from "../../zfs/commands/command.ts";

/** Several changes that a dialog asks for, one after the other. */
export interface Steps {
    readonly isBusy: boolean;
    /** Those that were begun, in their order, with what became of each; one that was tried again stands there twice. */
    readonly begun: readonly ChangeRequest[];
    /**
     * Runs commands, tells of each that is done, and closes the dialog when all are. It stops at the first that goes
     * wrong: what comes after it may build on it. If the person closes the dialog, the rest goes on under the eyes of
     * the page.
     */
    readonly run: (
        commands: readonly Command[],
        onDone: (command: Command) => void,
        options?: Pick<RunOptions, "journalOnly">,
    ) => Promise<void>;
}

/** What a dialog needs that runs several changes. */
export function useSteps(): Steps {
    const dialogs = useDialogs();
    const [ids, setIds] = useState<readonly number[]>([]);
    const [isBusy, setBusy] = useState(false);
    const all = useStore(changes);
    const isOpen = useRef(false);
    const begun = useRef<number[]>([]);
    useEffect(() => {
        const own = begun.current;
        isOpen.current = true;
        return () => {
            isOpen.current = false;
            own.forEach((id) => changeRunner.leaveDialog(id));
        };
    }, []);

    return {
        isBusy,
        begun: ids.flatMap((id) => all.find((change) => change.id === id) ?? []),
        run: async (commands, onDone, options = {}) => {
            setBusy(true);
            for (const command of commands) {
                const id = changeRunner.run(command, { ...options, isInDialog: isOpen.current });
                begun.current.push(id);
                setIds([...begun.current]);
                const change = await endOf(id);
                if (!change || !hasSucceeded(change)) return setBusy(false);
                onDone(command);
            }
            // another dialog may be open by now
            if (isOpen.current) dialogs.close();
        },
    };
}
