import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { Radio } from "@patternfly/react-core/dist/esm/components/Radio/index.js";
import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Identity } from "../../zfs/commands/command.ts";
import { pruneDedup } from "../../zfs/commands/tables.ts";
import { useChange } from "../change/use-change.tsx";

/** By what is said which entries go. */
type Measure = "days" | "percent";

/** Takes entries out of the deduplication table that save nothing, by their age or as a part of all. */
export const PruneDialog = ({ pool }: { readonly pool: Identity }) => {
    const [measure, setMeasure] = useState<Measure>("days");
    const [text, setText] = useState("90");
    const days = useId();
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
            focus={days}
        >
            <p>
                {_(
                    "Blocks that were never written twice leave the table, which becomes smaller. No data is lost; when such a block is written again later, it is stored once more.",
                )}
            </p>
            <FormGroup role="radiogroup" label={_("Which entries")} fieldId={days} isStack>
                <Radio
                    id={days}
                    name={days}
                    label={_("those older than some days")}
                    isChecked={measure === "days"}
                    onChange={() => setMeasure("days")}
                />
                <Radio
                    id={`${days}-percent`}
                    name={days}
                    label={_("a part of all, the oldest first")}
                    isChecked={measure === "percent"}
                    onChange={() => setMeasure("percent")}
                />
            </FormGroup>
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
