import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useId } from "react";

import { _, ngettext } from "../../i18n.ts";
import { TextField } from "../../ui/text-field.tsx";
import { checkPassphrase, passphraseLimits } from "../../zfs/pool-options.ts";

import { passphraseText } from "./option-text.ts";
import type { OptionsProps, Passphrase } from "./options-step.tsx";

interface EncryptionFieldsProps extends OptionsProps {
    readonly passphrase: Passphrase;
    readonly onPassphrase: (passphrase: Passphrase) => void;
}

/** Whether the pool is encrypted, and with which passphrase. */
export const EncryptionFields = ({
    options: { isEncrypted },
    onOptions,
    passphrase,
    onPassphrase,
}: EncryptionFieldsProps) => {
    const id = useId();
    const { first, again } = passphrase;
    // an empty field is not wrong yet
    const problem = first === "" || again === "" ? undefined : checkPassphrase(first, again);
    return (
        <>
            <Checkbox
                id={`${id}-encrypted`}
                label={_("Encrypt the pool")}
                description={_("It cannot be turned on later for what is there, nor off.")}
                isChecked={isEncrypted}
                onChange={(_event, isChecked) => {
                    onOptions({ isEncrypted: isChecked });
                    onPassphrase({ first: "", again: "" });
                }}
            />
            {isEncrypted && (
                <>
                    <TextField
                        label={_("Passphrase")}
                        type="password"
                        value={first}
                        help={ngettext(
                            "At least $0 character. It has to be typed after every start, and whoever forgets it has lost the data.",
                            "At least $0 characters. It has to be typed after every start, and whoever forgets it has lost the data.",
                            passphraseLimits.least,
                        )}
                        problem={problem && passphraseText(problem)}
                        onValue={(text) => onPassphrase({ first: text, again })}
                    />
                    <TextField
                        label={_("Passphrase again")}
                        type="password"
                        value={again}
                        onValue={(text) => onPassphrase({ first, again: text })}
                    />
                </>
            )}
        </>
    );
};
