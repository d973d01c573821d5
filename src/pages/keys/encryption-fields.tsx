import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useId } from "react";

import { _ } from "../../i18n.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ciphers, emptyKey } from "../../zfs/new-key.ts";
import type { NewKey } from "../../zfs/new-key.ts";

import { KeyFields } from "./key-fields.tsx";
import { cipherText } from "./key-text.ts";

interface EncryptionFieldsProps {
    /** What ticking the box does: "Encrypt the pool". */
    readonly label: string;
    /** Undefined as long as it is not encrypted; `encryptionResult` says what it comes to. */
    readonly value: NewKey | undefined;
    readonly onValue: (value: NewKey | undefined) => void;
    /** What is to be made, which a key's file is called after. */
    readonly name: string;
    /** What ZFS said about the key when it refused it; stands at the field. */
    readonly refusal?: string | undefined;
}

/**
 * Whether something new is encrypted with a key of its own, and with which. Its parent keeps the value, in a state that
 * ends with the dialog; what is to be done with it says `encryptionResult`.
 */
export const EncryptionFields = ({ label, value, onValue, ...props }: EncryptionFieldsProps) => {
    const id = useId();
    return (
        <>
            <Checkbox
                id={`${id}-encrypted`}
                label={label}
                description={_("It cannot be turned on later for what is there, nor off.")}
                isChecked={value !== undefined}
                onChange={(_event, isChecked) => onValue(isChecked ? emptyKey : undefined)}
            />
            {value && (
                <>
                    <KeyFields {...props} value={value} onValue={onValue} />
                    <ChoiceField
                        label={_("Cipher")}
                        value={value.cipher}
                        choices={ciphers}
                        text={cipherText}
                        onValue={(cipher) => onValue({ ...value, cipher })}
                    />
                </>
            )}
        </>
    );
};
