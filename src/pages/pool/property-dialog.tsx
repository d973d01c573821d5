import { FormGroup, FormHelperText } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { HelperText, HelperTextItem } from "@patternfly/react-core/dist/esm/components/HelperText/index.js";
import { Radio } from "@patternfly/react-core/dist/esm/components/Radio/index.js";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/index.js";
import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import type { Identity } from "../../zfs/commands/command.ts";
import { setPoolProperty } from "../../zfs/commands/pool.ts";
import { checkValue } from "../../zfs/settable.ts";
import type { Settable } from "../../zfs/settable.ts";
import { useChange } from "../change/use-change.tsx";

import { propertyHelp, valueProblemText } from "./property-text.ts";

interface PropertyDialogProps {
    readonly pool: Identity;
    readonly settable: Settable;
    /** What it is now; undefined when nothing is set. */
    readonly value: string | undefined;
}

/** Sets one property of a pool. */
export const PropertyDialog = ({ pool, settable, value: before = "" }: PropertyDialogProps) => {
    const [value, setValue] = useState(before);
    const field = useId();
    const problem = checkValue(settable, value);
    const isReady = problem === undefined && value !== before;
    const change = useChange(isReady ? setPoolProperty(pool, settable.name, value) : undefined);
    const help = propertyHelp(settable);
    return (
        <FormDialog
            {...change}
            title={format(_("Set $0 of $1"), settable.name, pool.name)}
            action={_("Set")}
            isReady={isReady}
            focus={field}
        >
            {settable.values.kind === "switch" ? (
                <FormGroup role="radiogroup" label={settable.name} fieldId={field} isStack>
                    {["on", "off"].map((word) => (
                        <Radio
                            key={word}
                            id={word === value ? field : `${field}-${word}`}
                            name={field}
                            label={word}
                            isChecked={word === value}
                            onChange={() => setValue(word)}
                        />
                    ))}
                    <Help text={help} />
                </FormGroup>
            ) : (
                <FormGroup label={settable.name} fieldId={field}>
                    <TextInput
                        id={field}
                        value={value}
                        validated={problem ? "error" : "default"}
                        aria-describedby={`${field}-help`}
                        onChange={(_event, text) => setValue(text)}
                    />
                    <Help
                        id={`${field}-help`}
                        text={problem ? valueProblemText(problem) : help}
                        isError={problem !== undefined}
                    />
                </FormGroup>
            )}
        </FormDialog>
    );
};

interface HelpProps {
    readonly id?: string;
    readonly text: string;
    readonly isError?: boolean;
}

const Help = ({ id, text, isError = false }: HelpProps) => (
    <FormHelperText>
        <HelperText {...(id !== undefined && { id })} isLiveRegion>
            <HelperTextItem variant={isError ? "error" : "default"}>{text}</HelperTextItem>
        </HelperText>
    </FormHelperText>
);
