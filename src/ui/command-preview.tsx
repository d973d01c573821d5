import { ExpandableSection } from "@patternfly/react-core/dist/esm/components/ExpandableSection/index.js";

import { _ } from "../i18n.ts";

import { CommandLine } from "./command-line.tsx";

/** The command line that a dialog would run, or several of them in their order, one click below. */
export const CommandPreview = ({ line }: { readonly line: string | readonly string[] }) => {
    const lines = [line].flat();
    return (
        <ExpandableSection toggleText={lines.length > 1 ? _("Commands") : _("Command")} className="zfs-words">
            {lines.map((one) => (
                <div key={one}>
                    <CommandLine line={one} />
                </div>
            ))}
        </ExpandableSection>
    );
};
