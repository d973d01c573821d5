import { ExpandableSection } from "@patternfly/react-core/dist/esm/components/ExpandableSection/index.js";

import { _ } from "../i18n.ts";

import { CommandLine } from "./command-line.tsx";

/** The command line that a dialog would run, one click below. */
export const CommandPreview = ({ line }: { readonly line: string }) => (
    <ExpandableSection toggleText={_("Command")} className="zfs-words">
        <CommandLine line={line} />
    </ExpandableSection>
);
