import { useDialogs } from "dialogs";
import { useEffect, useState } from "react";

import type { Command } from "../../zfs/commands/command.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";
import { useChange } from "../change/use-change.tsx";
import type { ChangeInDialog } from "../change/use-change.tsx";

interface ChainOptions {
    /** The bytes of the secret of the command that has one. */
    readonly takeSecret?: () => Uint8Array;
    /** What is done when all are; if not said, the dialog closes. */
    readonly onDone?: () => void;
}

/** What is under way: the commands as they were when the first was done, and which of them is next. */
interface Chain {
    readonly commands: readonly Command[];
    readonly step: number;
}

/**
 * What a dialog needs that runs commands one after another, each only when all went well with the one before. It goes on
 * where it stopped when the person tries again; closing the dialog ends it behind the one that runs.
 *
 * @param commands may change as long as none is done
 */
export function useChain(
    commands: readonly Command[],
    { takeSecret, onDone }: ChainOptions = {},
): ChangeInDialog & { readonly step: number } {
    const dialogs = useDialogs();
    const [chain, setChain] = useState<Chain>();
    const step = chain?.step ?? 0;
    const all = chain?.commands ?? commands;
    const command = all[step];
    const change = useChange(command, {
        takeSecret: command?.secret && takeSecret,
        onDone: () => {
            if (step + 1 < all.length) setChain({ commands: all, step: step + 1 });
            else (onDone ?? dialogs.close)();
        },
    });
    useEffect(() => {
        if (step > 0) change.onAction();
        // what runs is what stands at this step
        // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [step]);
    return {
        ...change,
        step,
        line: all
            .slice(step)
            .map(({ argv }) => shellQuote(argv))
            .join(" && "),
    };
}
