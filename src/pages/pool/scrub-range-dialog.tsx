import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Identity } from "../../zfs/commands/expect.ts";
import { scrubRange } from "../../zfs/commands/scrub.ts";
import { useChange } from "../change/use-change.tsx";

/** Scrubs what was written between two days. */
export const ScrubRangeDialog = ({ pool }: { readonly pool: Identity }) => {
    const id = useId();
    const [from, setFrom] = useState("");
    const [until, setUntil] = useState("");
    const isOrdered = from === "" || until === "" || from < until;
    const isReady = isOrdered && (from !== "" || until !== "");
    const range = { from: from || undefined, until: until || undefined };
    return (
        <FormDialog
            {...useChange(isReady ? scrubRange(pool, range) : undefined)}
            title={format(_("Scrub some days of $0"), pool.name)}
            action={_("Start the scrub")}
            isReady={isReady}
            focus={id}
        >
            <TextField id={id} label={_("Written from")} type="date" value={from} onValue={setFrom} />
            <TextField
                label={_("Until before")}
                type="date"
                value={until}
                help={_("Without a day it goes to the present, or begins when the pool was made.")}
                problem={isOrdered ? undefined : _("It has to be later than the first day")}
                onValue={setUntil}
            />
        </FormDialog>
    );
};
