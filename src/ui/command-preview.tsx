import { ClipboardCopy } from "@patternfly/react-core/dist/esm/components/ClipboardCopy/index.js";
import { ExpandableSection } from "@patternfly/react-core/dist/esm/components/ExpandableSection/index.js";

import { _ } from "../i18n.ts";

/** The command line that a dialog would run, one click below, to read and to copy. */
export const CommandPreview = ({ line }: { readonly line: string }) => (
    <ExpandableSection toggleText={_("Command")} className="zfs-words">
        <ClipboardCopy
            isReadOnly
            isCode
            variant="inline-compact"
            className="zfs-command"
            hoverTip={_("Copy")}
            clickTip={_("Copied")}
        >
            {line}
        </ClipboardCopy>
    </ExpandableSection>
);
