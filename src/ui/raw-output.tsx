import { Alert, AlertActionLink } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { useState } from "react";

import { _ } from "../i18n.ts";

import { copyText } from "./copy-text.ts";
import { excerpt, shortened } from "./excerpt.ts";
import { RawText } from "./raw-text.tsx";

interface RawOutputProps {
    /** What went wrong, for a person. */
    readonly title: string;
    /** What the command said, as it stood there. */
    readonly text: string;
    /** Gives what a bug report needs, of any length; undefined while that is not all there, and cannot be copied yet. */
    readonly report: (() => string) | undefined;
}

/** Says that something could not be read, with the words that were there instead, ready for a bug report. */
export const RawOutput = ({ title, text, report }: RawOutputProps) => {
    const [isCopied, setCopied] = useState<boolean>();
    const copy = () => void copyText(report?.() ?? "").then(setCopied);
    return (
        <Alert
            component="p"
            variant="danger"
            isInline
            title={title}
            actionLinks={
                <AlertActionLink onClick={copy} isDisabled={report === undefined}>
                    {isCopied ? _("Copied") : _("Copy for a bug report")}
                </AlertActionLink>
            }
        >
            <RawText text={text} />
            {isCopied === false && report !== undefined && (
                <>
                    <p>{_("This browser does not let the page copy. This is what it would have copied:")}</p>
                    <RawText text={shortened(excerpt(report()))} />
                </>
            )}
        </Alert>
    );
};
