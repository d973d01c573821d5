import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useId } from "react";

import { _, format } from "../../i18n.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import type { Dataset } from "../../zfs/dataset.ts";
import { ciphers, emptyKey, inheritedEncryption, ownEncryption } from "../../zfs/new-key.ts";
import type { EncryptionChoice, NewKey } from "../../zfs/new-key.ts";

import { KeyFields } from "./key-fields.tsx";
import { cipherText } from "./key-text.ts";

interface EncryptionFieldsProps {
    readonly value: EncryptionChoice;
    readonly onChange: (value: EncryptionChoice) => void;
    /** The dataset in which the new one will lie; undefined for a pool. */
    readonly parent?: Dataset | undefined;
    /** What is to be made, which a key's file is called after. */
    readonly name: string;
    /** What ZFS said about the key when it refused it; stands at the field. */
    readonly refusal?: string | undefined;
}

/**
 * Whether something new is encrypted with a key of its own, and with which. Who shows it keeps the value, in a state
 * that ends with the dialog, and begins with `inheritedEncryption`.
 */
export const EncryptionFields = ({ value, onChange, parent, ...props }: EncryptionFieldsProps) => {
    const id = useId();
    const { key } = value;
    const onKey = (news: NewKey) => onChange(ownEncryption(news));
    return (
        <>
            <Checkbox
                id={`${id}-encrypted`}
                label={labelFor(parent)}
                description={helpFor(parent)}
                isChecked={key !== undefined}
                onChange={(_event, isChecked) =>
                    onChange(isChecked ? ownEncryption(emptyKey) : inheritedEncryption)
                }
            />
            {key && (
                <>
                    <KeyFields {...props} value={key} onValue={onKey} />
                    <ChoiceField
                        label={_("Cipher")}
                        value={key.cipher}
                        choices={ciphers}
                        text={cipherText}
                        onValue={(cipher) => onKey({ ...key, cipher })}
                    />
                </>
            )}
        </>
    );
};

function labelFor(parent: Dataset | undefined): string {
    if (!parent) return _("Encrypt the pool");
    return parent.encryptionRoot === undefined ? _("Encrypt it") : _("Encrypt it with a key of its own");
}

const helpFor = (parent: Dataset | undefined): string =>
    parent?.encryptionRoot === undefined
        ? _("It cannot be turned on later for what is there, nor off.")
        : format(_("Otherwise it is encrypted with the key of $0."), parent.encryptionRoot);
