import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { RadioField } from "../../ui/radio-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Identity } from "../../zfs/commands/expect.ts";
import { pruneDedup } from "../../zfs/commands/tables.ts";
import { useChange } from "../change/use-change.tsx";

/** By what is said which entries go. */
const measures = ["days", "percent"] as const;

/** Takes entries out of the deduplication table that save nothing, by their age or as a part of all. */
export const PruneDialog = ({ pool }: { readonly pool: Identity }) => {
    const [measure, setMeasure] = useState<(typeof measures)[number]>("days");
    const [text, setText] = useState("90");
    const focus = useId();
    const amount = Number(text);
    const most = measure === "percent" ? 100 : 36_500;
    const isRight = /^\d+$/.test(text) && amount >= 1 && amount <= most;
    const limits = format(_("A whole number from 1 to $0"), most);
    const chosen = measure === "days" ? { days: amount } : { percent: amount };
    return (
        <FormDialog
            {...useChange(isRight ? pruneDedup(pool, chosen) : undefined)}
            title={format(_("Prune the deduplication table of $0"), pool.name)}
            action={_("Prune")}
            isReady={isRight}
            focus={focus}
        >
            <p>
                {_(
                    "Blocks that were never written twice leave the table, which becomes smaller. No data is lost; when such a block is written again later, it is stored once more.",
                )}
            </p>
            <RadioField
                id={focus}
                label={_("Which entries")}
                value={measure}
                choices={measures}
                text={(one) =>
                    one === "days" ? _("those older than some days") : _("a part of all, the oldest first")
                }
                onValue={setMeasure}
            />
            <TextField
                label={measure === "days" ? _("Days") : _("Percent")}
                value={text}
                help={limits}
                problem={isRight ? undefined : limits}
                onValue={setText}
            />
        </FormDialog>
    );
};
