import { useState } from "react";

import { readDryRun } from "../../backend/dry-run.ts";
import { useDisksAfter } from "../../store/use-disks.ts";
import type { TriedCommand } from "../../zfs/commands/command.ts";
import { refusedStep } from "../../zfs/create-refusal.ts";
import type { RefusedStep } from "../../zfs/create-refusal.ts";
import { refusalText } from "../../zfs/outcome.ts";
import { overridableAfter } from "../../zfs/overwrite.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";
import { useChange } from "../change/use-change.tsx";
import type { ChangeInDialog } from "../change/use-change.tsx";

/** What a wizard is about to run. */
interface ReviewedChange {
    /** The command without or with `-f`; undefined while the steps before make none. */
    readonly commandFor: (isForced: boolean) => TriedCommand | undefined;
    readonly takeSecret?: (() => Uint8Array) | undefined;
    /** The disks can be had as they were chosen. */
    readonly hasDisks: boolean;
    /** It is done. */
    readonly onDone: () => void;
}

/** What the last step of a wizard runs, and what has become of it. */
export interface Review {
    readonly command: TriedCommand | undefined;
    readonly change: ChangeInDialog;
    readonly isForced: boolean;
    readonly setForced: (isForced: boolean) => void;
    /** What `-f` would override, as ZFS said it when this very command was run without it. */
    readonly refusedFor: readonly string[];
    /** How often it was run and not done: each time it is tried out anew. */
    readonly failures: number;
    /** What a command would do, in zpool's words. */
    readonly tryOut: (command: TriedCommand) => Promise<string>;
    /** It can be run now: not while it is tried out, since zpool opens each disk for itself alone. */
    readonly isReady: boolean;
    /** It was run and not done, and since then the disks cannot be had as they were chosen. */
    readonly hasLostDisks: boolean;
    /** The step at which the person can do something about what ZFS refuses, or left on the disks. */
    readonly refusedStep: RefusedStep | undefined;
}

/** Runs the command of a wizard. That it may be forced holds for this very command: for no other disks or layout. */
export function useReview({ commandFor, takeSecret, hasDisks, onDone }: ReviewedChange): Review {
    const plain = commandFor(false);
    const line = plain && shellQuote(plain.argv);
    const [forcedLine, setForcedLine] = useState<string>();
    const [triedLine, setTriedLine] = useState<string>();
    const isForced = line !== undefined && forcedLine === line;
    const command = isForced ? commandFor(true) : plain;
    const change = useChange(command, { takeSecret, onDone });
    const { outcome } = change;
    const failures = useDisksAfter(outcome);
    const hasLostDisks = failures > 0 && !hasDisks;
    const [trials, setTrials] = useState(0);
    return {
        ...{ command, isForced, failures, hasLostDisks },
        change: {
            ...change,
            onAction: () => {
                setTriedLine(line);
                change.onAction();
            },
        },
        refusedFor: (triedLine === line && overridableAfter(outcome)) || [],
        setForced: (isWanted) => setForcedLine(isWanted ? line : undefined),
        tryOut: ({ dryRun }) => {
            setTrials((count) => count + 1);
            return readDryRun(dryRun).finally(() => setTrials((count) => count - 1));
        },
        isReady: command !== undefined && trials === 0 && !change.isBusy,
        refusedStep: hasLostDisks ? "disks" : refusedStep(refusalText(outcome) ?? ""),
    };
}
