import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { startTrim } from "../../zfs/commands/device.ts";
import type { Identity } from "../../zfs/commands/expect.ts";
import { parseSize } from "../../zfs/size.ts";
import { useChange } from "../change/use-change.tsx";

interface TrimDialogProps {
    readonly pool: Identity;
    /** Undefined for all devices of the pool. */
    readonly device: Identity | undefined;
}

/** Trims a device, or all of a pool, as fast as it goes or slower. */
export const TrimDialog = ({ pool, device }: TrimDialogProps) => {
    const [text, setText] = useState("");
    const field = useId();
    const rate = text.trim();
    const bytes = rate === "" ? undefined : parseSize(rate);
    const sizes = _("A size such as 100M or 1G");
    const isWrong = rate !== "" && (bytes ?? 0n) === 0n;
    return (
        <FormDialog
            {...useChange(isWrong ? undefined : startTrim(pool, device, bytes?.toString()))}
            title={format(_("Trim $0"), (device ?? pool).name)}
            action={_("Trim")}
            isReady={!isWrong}
            focus={field}
        >
            <p>
                {_(
                    "Tells the disks which of their space is free, so that they stay fast and wear less. It can be paused and stopped. What was overwritten or destroyed before can then no longer be brought back by a rewind.",
                )}
            </p>
            <TextField
                id={field}
                label={_("Rate limit per disk, per second")}
                value={text}
                placeholder={_("as fast as it goes")}
                help={sizes}
                problem={isWrong ? sizes : undefined}
                onValue={setText}
            />
        </FormDialog>
    );
};
