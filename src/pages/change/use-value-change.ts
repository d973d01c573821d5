import { useState } from "react";

import type { Command } from "../../zfs/commands/command.ts";
import { refusalText } from "../../zfs/outcome.ts";

import { useChange } from "./use-change.tsx";
import type { ChangeInDialog } from "./use-change.tsx";

/**
 * What a dialog needs that sets one value: as `useChange`, but what ZFS has against the value is there for its field.
 *
 * @param value what is in the field; undefined while there is none, so that ZFS's words stand below all
 */
export function useValueChange(
    command: Command | undefined,
    value: string | undefined,
): ChangeInDialog & { readonly refusal: string | undefined } {
    const [tried, setTried] = useState<string>();
    const change = useChange(command);
    const said = tried === undefined ? undefined : refusalText(change.outcome);
    return {
        ...change,
        notice: said === undefined ? change.notice : undefined,
        // it is about what stood in the field then
        refusal: value === tried ? said : undefined,
        onAction: () => {
            setTried(value);
            change.onAction();
        },
    };
}
