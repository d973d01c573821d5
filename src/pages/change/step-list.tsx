import CheckIcon from "@patternfly/react-icons/dist/esm/icons/check-icon.js";
import TimesIcon from "@patternfly/react-icons/dist/esm/icons/times-icon.js";

import { _ } from "../../i18n.ts";
import { hasSucceeded } from "../../store/change-runner.ts";
import type { Ended } from "../../store/change-runner.ts";
import { CommandLine } from "../../ui/command-line.tsx";
import type { Command } from "../../zfs/commands/command.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";

interface StepListProps {
    readonly ended: readonly Ended[];
    readonly left: readonly Command[];
}

/** The commands that a dialog runs, those that have ended with what became of each. */
export const StepList = ({ ended, left }: StepListProps) => {
    if (ended.length + left.length === 0) return null;
    return (
        <div>
            <p className="zfs-headline">{_("Commands")}</p>
            <ol className="zfs-steps" aria-label={_("Commands")}>
                {ended.map((change) => (
                    <li key={change.id}>
                        <CommandLine line={shellQuote(change.command.argv)} />
                        <StepResult isOk={hasSucceeded(change)} />
                    </li>
                ))}
                {left.map(({ argv }) => (
                    <li key={shellQuote(argv)}>
                        <CommandLine line={shellQuote(argv)} />
                    </li>
                ))}
            </ol>
        </div>
    );
};

const StepResult = ({ isOk }: { readonly isOk: boolean }) => (
    <span className={`zfs-state ${isOk ? "zfs-success" : "zfs-danger"}`}>
        {isOk ? <CheckIcon /> : <TimesIcon />} {isOk ? _("done") : _("not done")}
    </span>
);
