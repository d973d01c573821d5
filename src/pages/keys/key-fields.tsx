import { _, ngettext } from "../../i18n.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import {
    checkLocation,
    checkPassphrase,
    generatedKey,
    isHexKey,
    isIterations,
    keyFormats,
    keyLength,
    keySources,
    passphraseLimits,
} from "../../zfs/new-key.ts";
import type { NewKey } from "../../zfs/new-key.ts";

import { GeneratedKey } from "./generated-key.tsx";
import { KeyFileField } from "./key-file-field.tsx";
import {
    isHexText,
    iterationsText,
    keyFormatText,
    locationText,
    passphraseText,
    sourceText,
} from "./key-text.ts";

export interface KeyFieldsProps {
    readonly value: NewKey;
    readonly onValue: (value: NewKey) => void;
    /** What the key is for, which its file is called after. */
    readonly name: string;
    /** What ZFS said about the key when it refused it; stands at the field. */
    readonly refusal?: string | undefined;
    /** For the focus of a dialog. */
    readonly id?: string;
}

/** A new key: whence it comes, and what that needs. */
export const KeyFields = (props: KeyFieldsProps) => {
    const { value, onValue, id } = props;
    return (
        <>
            <ChoiceField
                {...(id !== undefined && { id })}
                label={_("Key")}
                value={value.source}
                choices={keySources}
                text={sourceText}
                onValue={(source) =>
                    onValue({
                        ...value,
                        source,
                        generated: source === "generated" ? (value.generated ?? newKey()) : undefined,
                    })
                }
            />
            <SourceFields {...props} />
        </>
    );
};

/** The bytes of a key, and one to choose what is typed back. */
const newKey = () => generatedKey(crypto.getRandomValues(new Uint8Array(keyLength + 1)));

const SourceFields = (props: KeyFieldsProps) => {
    const { value, onValue, name, refusal } = props;
    switch (value.source) {
        case "passphrase":
            return <PassphraseFields {...props} />;
        case "generated":
            return (
                value.generated && (
                    <GeneratedKey
                        generated={value.generated}
                        name={name}
                        onGenerated={(generated) => onValue({ ...value, generated })}
                    />
                )
            );
        case "hex":
            return (
                <TextField
                    label={_("Hexadecimal key")}
                    type="password"
                    value={value.hex}
                    help={isHexText()}
                    problem={value.hex === "" || isHexKey(value.hex) ? refusal : isHexText()}
                    onValue={(hex) => onValue({ ...value, hex })}
                />
            );
        case "raw":
            return (
                <KeyFileField
                    bytes={value.raw}
                    problem={refusal}
                    onBytes={(raw) => onValue({ ...value, raw })}
                />
            );
        case "location":
            return <LocationFields {...props} />;
    }
};

const PassphraseFields = ({ value, onValue, refusal }: KeyFieldsProps) => {
    const { passphrase, again } = value;
    // an empty field is not wrong yet
    const problem = passphrase === "" || again === "" ? undefined : checkPassphrase(passphrase, again);
    return (
        <>
            <TextField
                label={_("Passphrase")}
                type="password"
                value={passphrase}
                help={ngettext(
                    "At least $0 character. It has to be typed after every start, and whoever forgets it has lost the data.",
                    "At least $0 characters. It has to be typed after every start, and whoever forgets it has lost the data.",
                    passphraseLimits.least,
                )}
                problem={problem ? passphraseText(problem) : refusal}
                onValue={(text) => onValue({ ...value, passphrase: text })}
            />
            <TextField
                label={_("Passphrase again")}
                type="password"
                value={again}
                onValue={(text) => onValue({ ...value, again: text })}
            />
            <IterationsField value={value} onValue={onValue} />
        </>
    );
};

const LocationFields = ({ value, onValue, refusal }: KeyFieldsProps) => {
    const problem = value.location === "" ? undefined : checkLocation(value.location);
    return (
        <>
            <TextField
                label={_("File or address")}
                value={value.location}
                placeholder="/root/tank.key"
                help={_(
                    "A path on the host, or an address of https. It must be there already, and not on the disks that it protects.",
                )}
                problem={problem ? locationText(problem) : refusal}
                onValue={(location) => onValue({ ...value, location })}
            />
            <ChoiceField
                label={_("What is there")}
                value={value.locationFormat}
                choices={keyFormats}
                text={keyFormatText}
                onValue={(locationFormat) => onValue({ ...value, locationFormat })}
            />
            {value.locationFormat === "passphrase" && <IterationsField value={value} onValue={onValue} />}
        </>
    );
};

const IterationsField = ({ value, onValue }: Pick<KeyFieldsProps, "value" | "onValue">) => (
    <TextField
        label={_("Iterations (pbkdf2iters)")}
        type="number"
        value={value.iterations}
        placeholder="350000"
        help={iterationsText()}
        problem={isIterations(value.iterations) ? undefined : iterationsText()}
        onValue={(iterations) => onValue({ ...value, iterations })}
    />
);
