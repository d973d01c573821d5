import { ConfirmDialog } from "../../ui/dialogs/confirm-dialog.tsx";
import type { Command } from "../../zfs/commands/command.ts";

import { useChange } from "./use-change.tsx";

interface ConfirmChangeProps {
    readonly command: Command;
    readonly title: string;
    /** What stops working, or is lost. */
    readonly text: string;
    readonly action: string;
}

/** Asks once, and runs a change. */
export const ConfirmChange = ({ command, ...words }: ConfirmChangeProps) => (
    <ConfirmDialog {...words} {...useChange(command)} />
);
