import { ExpandableSection } from "@patternfly/react-core/dist/esm/components/ExpandableSection/index.js";

import { _, format, ngettext } from "../../i18n.ts";
import { firstOf } from "../../ui/first-of.ts";
import { Points } from "../../ui/points.tsx";
import { RawText } from "../../ui/raw-text.tsx";
import type { Command } from "../../zfs/commands/command.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";

import type { Skipped } from "./use-sort-out.ts";

/** Lines that are shown; the rest is counted. */
const shown = 20;

/** The chosen datasets with which it cannot be done, and why. */
export const SkippedOnes = ({ skipped }: { readonly skipped: readonly Skipped[] }) => {
    if (skipped.length === 0) return null;
    const title = ngettext("$0 is left out", "$0 are left out", skipped.length);
    const lines = skipped.map(({ dataset, reason }) => format(_("$0: $1"), dataset.name, reason));
    return (
        <div>
            <p className="zfs-headline">{title}</p>
            <Points points={firstOf(lines, shown)} label={title} />
        </div>
    );
};

/** All command lines that will be run, one click below. */
export const CommandLines = ({ commands }: { readonly commands: readonly Command[] }) =>
    commands.length > 0 && (
        <ExpandableSection
            toggleText={ngettext("$0 command", "$0 commands", commands.length)}
            className="zfs-words"
        >
            <RawText text={commands.map(({ argv }) => shellQuote(argv)).join("\n")} />
        </ExpandableSection>
    );
