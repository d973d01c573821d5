import { _, format } from "../../i18n.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import type { EncryptionChoice } from "../../zfs/new-key.ts";

interface EncryptionFieldsProps {
    readonly value: EncryptionChoice;
    readonly onChange: (value: EncryptionChoice) => void;
    /** The dataset in which the new one will lie; undefined for a pool. */
    readonly parent?: Dataset | undefined;
    /** What is to be made. */
    readonly name: string;
    /** What ZFS said about the key when it refused it. */
    readonly refusal?: string | undefined;
}

/** How a new dataset is encrypted: as the one in which it will lie. */
export const EncryptionFields = ({ parent }: EncryptionFieldsProps) => (
    <p>
        {parent?.encryptionRoot === undefined
            ? _("It is not encrypted, as the dataset in which it lies.")
            : format(_("It is encrypted with the key of $0."), parent.encryptionRoot)}
    </p>
);
