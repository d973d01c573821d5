import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import {
    ClipboardCopy,
    ClipboardCopyVariant,
} from "@patternfly/react-core/dist/esm/components/ClipboardCopy/index.js";

import { _ } from "../i18n.ts";

interface RawOutputProps {
    /** What went wrong, for a person. */
    readonly title: string;
    /** What the command said, as it stood there. */
    readonly text: string;
}

/** Says that something could not be read, with the words that were there instead, ready to be copied. */
export const RawOutput = ({ title, text }: RawOutputProps) => (
    <Alert variant="danger" isInline title={title}>
        <ClipboardCopy
            isReadOnly
            isCode
            hoverTip={_("Copy")}
            clickTip={_("Copied")}
            toggleAriaLabel={_("Show all")}
            variant={text.includes("\n") ? ClipboardCopyVariant.expansion : ClipboardCopyVariant.inline}
        >
            {text}
        </ClipboardCopy>
    </Alert>
);
