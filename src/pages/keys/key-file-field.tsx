import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { useId } from "react";

import { _, format } from "../../i18n.ts";
import { FieldHelp } from "../../ui/field-help.tsx";
import { keyLength } from "../../zfs/new-key.ts";

interface KeyFileFieldProps {
    readonly id?: string;
    /** The bytes of the file that was chosen. */
    readonly bytes: Uint8Array | undefined;
    /** What else is wrong with it. */
    readonly problem?: string | undefined;
    readonly onBytes: (bytes: Uint8Array | undefined) => void;
}

/** The longest file that is looked into; a key is much shorter. */
const longest = 4096;

/** A key file on the person's own machine. Its bytes stay in the page until the dialog ends. */
export const KeyFileField = ({ id, bytes, problem, onBytes }: KeyFileFieldProps) => {
    const own = useId();
    const field = id ?? own;
    const isWrong = bytes !== undefined && bytes.length !== keyLength;
    const wrong = isWrong
        ? format(_("A key file has $0 bytes; this has another length"), keyLength)
        : problem;
    return (
        <FormGroup label={_("Key file")} fieldId={field}>
            <input
                type="file"
                id={field}
                className="zfs-file"
                aria-describedby={`${field}-help`}
                aria-invalid={wrong !== undefined}
                onChange={({ target }) => {
                    const file = target.files?.[0];
                    onBytes(undefined);
                    void file
                        ?.slice(0, longest)
                        .arrayBuffer()
                        .then((buffer) => onBytes(new Uint8Array(buffer)));
                }}
            />
            <FieldHelp
                id={`${field}-help`}
                isError={wrong !== undefined}
                text={
                    wrong ?? format(_("On this machine of yours: $0 bytes that nobody can guess"), keyLength)
                }
            />
        </FormGroup>
    );
};
