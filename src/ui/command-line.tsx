import { ClipboardCopy } from "@patternfly/react-core/dist/esm/components/ClipboardCopy/index.js";

import { _ } from "../i18n.ts";

import { copyText } from "./copy-text.ts";

/** A command line to read and to copy, as a shell would take it. */
export const CommandLine = ({ line }: { readonly line: string }) => (
    <ClipboardCopy
        dir="ltr"
        isReadOnly
        isCode
        variant="inline-compact"
        className="zfs-command"
        hoverTip={_("Copy")}
        clickTip={_("Copied")}
        onCopy={() => void copyText(line)}
    >
        {line}
    </ClipboardCopy>
);
