import { _, format } from "../../i18n.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import type { Setting } from "../../zfs/pool-options.ts";

/** How a new dataset is encrypted. */
export interface EncryptionChoice {
    /** The properties that are set for it; none where it is as the dataset above. */
    readonly settings: readonly Setting[];
    /** Gives the bytes of the key at the moment they are sent; undefined where none is sent. */
    readonly takeSecret?: (() => Uint8Array) | undefined;
    /** Whether all is filled in rightly. */
    readonly isReady: boolean;
}

/** As the dataset above. */
export const inheritedEncryption: EncryptionChoice = { settings: [], isReady: true };

interface EncryptionFieldsProps {
    readonly value: EncryptionChoice;
    readonly onChange: (value: EncryptionChoice) => void;
    /** The dataset in which the new one will lie. */
    readonly parent: Dataset;
}

/** How a new dataset is encrypted: as the one in which it will lie. */
export const EncryptionFields = ({ parent: { encryptionRoot } }: EncryptionFieldsProps) => (
    <p>
        {encryptionRoot === undefined
            ? _("It is not encrypted, as the dataset in which it lies.")
            : format(_("It is encrypted with the key of $0."), encryptionRoot)}
    </p>
);
