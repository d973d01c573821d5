import { _, format } from "../../i18n.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Dataset } from "../../zfs/dataset.ts";
import { givenSources } from "../../zfs/given-key.ts";
import type { GivenKey, GivenSource } from "../../zfs/given-key.ts";
import { checkLocation, isHexKey } from "../../zfs/new-key.ts";

import { KeyFileField } from "./key-file-field.tsx";
import { isHexText, keyLocationText, locationText } from "./key-text.ts";

interface GivenKeyFieldsProps {
    readonly root: Dataset;
    readonly value: GivenKey;
    readonly onValue: (value: GivenKey) => void;
    /** Why this was not the key, at the field. */
    readonly refusal: string | undefined;
    /** Of the field that takes the key, or says where it is. */
    readonly id: string;
}

/** A key that is there already: where it comes from, and the key itself where the person gives it. */
export const GivenKeyFields = (props: GivenKeyFieldsProps) => {
    const { root, value, onValue } = props;
    return (
        <>
            <ChoiceField
                {...(value.source === "kept" && { id: props.id })}
                label={_("Key")}
                value={value.source}
                choices={givenSources(root)}
                text={(source) => givenText(source, root)}
                onValue={(source) => onValue({ ...value, source, text: "" })}
            />
            <GivenField {...props} />
        </>
    );
};

function givenText(source: GivenSource, { keyFormat, keyLocation }: Dataset): string {
    switch (source) {
        case "kept":
            return format(_("From where it is kept: $0"), keyLocationText(keyLocation));
        case "given":
            return keyFormat === "raw" ? _("A key file of yours") : _("Typed here");
        case "elsewhere":
            return _("Another file or address that the host reads");
    }
}

const GivenField = ({ root, value, onValue, refusal, id }: GivenKeyFieldsProps) => {
    if (value.source === "kept") return refusal !== undefined && <p role="alert">{refusal}</p>;
    if (value.source === "elsewhere") {
        const problem = value.location === "" ? undefined : checkLocation(value.location);
        return (
            <TextField
                id={id}
                label={_("File or address")}
                value={value.location}
                problem={problem ? locationText(problem) : refusal}
                onValue={(location) => onValue({ ...value, location })}
            />
        );
    }
    if (root.keyFormat === "raw")
        return (
            <KeyFileField
                id={id}
                bytes={value.raw}
                problem={refusal}
                onBytes={(raw) => onValue({ ...value, raw })}
            />
        );
    const isHex = root.keyFormat === "hex";
    // what was refused was cleared away: it is not about what is typed now
    const problem = value.text === "" ? refusal : isHex && !isHexKey(value.text) ? isHexText() : undefined;
    return (
        <TextField
            id={id}
            type="password"
            label={isHex ? _("Hexadecimal key") : _("Passphrase")}
            value={value.text}
            help={isHex ? isHexText() : undefined}
            problem={problem}
            onValue={(text) => onValue({ ...value, text })}
        />
    );
};
