import { FormHelperText } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { HelperText, HelperTextItem } from "@patternfly/react-core/dist/esm/components/HelperText/index.js";

interface FieldHelpProps {
    readonly id?: string;
    readonly text: string;
    /** It says what is wrong with the field. */
    readonly isError?: boolean;
}

/** What a field is for, or what is wrong with it. */
export const FieldHelp = ({ id, text, isError = false }: FieldHelpProps) => (
    <FormHelperText>
        <HelperText {...(id !== undefined && { id })} isLiveRegion>
            <HelperTextItem variant={isError ? "error" : "default"}>{text}</HelperTextItem>
        </HelperText>
    </FormHelperText>
);
