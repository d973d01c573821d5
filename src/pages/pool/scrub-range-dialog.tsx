import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/index.js";
import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { FieldHelp } from "../../ui/field-help.tsx";
import type { Identity } from "../../zfs/commands/command.ts";
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
            <FormGroup label={_("Written from")} fieldId={id}>
                <TextInput id={id} type="date" value={from} onChange={(_event, day) => setFrom(day)} />
            </FormGroup>
            <FormGroup label={_("Until before")} fieldId={`${id}-until`}>
                <TextInput
                    id={`${id}-until`}
                    type="date"
                    value={until}
                    validated={isOrdered ? "default" : "error"}
                    aria-describedby={`${id}-help`}
                    onChange={(_event, day) => setUntil(day)}
                />
                <FieldHelp
                    id={`${id}-help`}
                    isError={!isOrdered}
                    text={
                        isOrdered
                            ? _("Without a day it goes to the present, or begins when the pool was made.")
                            : _("It has to be later than the first day")
                    }
                />
            </FormGroup>
        </FormDialog>
    );
};
