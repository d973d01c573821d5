import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/index.js";
import { useId } from "react";

import { _, format } from "../../i18n.ts";

interface TypedNameProps {
    /** The name that has to be typed. */
    readonly name: string;
    readonly typed: string;
    readonly onType: (text: string) => void;
}

/** Wants a name typed, so that nobody confirms out of habit what cannot be undone. */
export const TypedName = ({ name, typed, onType }: TypedNameProps) => {
    const field = useId();
    return (
        <FormGroup label={format(_("Type $0 to confirm"), name)} fieldId={field}>
            <TextInput
                id={field}
                value={typed}
                autoComplete="off"
                spellCheck={false}
                onChange={(_event, value) => onType(value)}
            />
        </FormGroup>
    );
};
