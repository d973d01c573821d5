import { Alert, AlertActionLink } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { useState } from "react";

import { _ } from "../i18n.ts";

import { RawText } from "./raw-text.tsx";

interface RawOutputProps {
    /** What went wrong, for a person. */
    readonly title: string;
    /** What the command said, as it stood there. */
    readonly text: string;
    /** What a bug report needs; undefined while that is not all there, and cannot be copied yet. */
    readonly report: string | undefined;
}

/** Says that something could not be read, with the words that were there instead, ready for a bug report. */
export const RawOutput = ({ title, text, report }: RawOutputProps) => {
    const [copied, setCopied] = useState(false);
    const copy = () => void navigator.clipboard.writeText(report ?? "").then(() => setCopied(true));
    return (
        <Alert
            component="p"
            variant="danger"
            isInline
            title={title}
            actionLinks={
                <AlertActionLink onClick={copy} isDisabled={report === undefined}>
                    {copied ? _("Copied") : _("Copy for a bug report")}
                </AlertActionLink>
            }
        >
            <RawText text={text} />
        </Alert>
    );
};
