import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useId, useState } from "react";
import type { ReactNode } from "react";

import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { CommandLine } from "../../ui/command-line.tsx";
import type { TriedCommand } from "../../zfs/commands/command.ts";
import type { Holding } from "../../zfs/disk-choice.ts";
import type { PlanWarning } from "../../zfs/layout/warnings.ts";
import { isAgreed, maybeInUse, overridable } from "../../zfs/overwrite.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";
import { DryRun } from "../change/dry-run.tsx";
import { MaybeInUse } from "../disks/maybe-in-use.tsx";

import type { Review } from "./use-review.ts";

interface ReviewStepProps {
    readonly review: Review & { readonly command: TriedCommand };
    /** What is on the disks, and was ticked to be overwritten. */
    readonly holdings: readonly Holding[];
    /** What the person was warned of. */
    readonly warnings: readonly PlanWarning[];
    /** What else a person should know. */
    readonly children?: ReactNode;
}

/**
 * What will be run, in full, and what zpool says to it when it is tried out. What ZFS refuses, then or when it is run,
 * can be forced, once ZFS has said what that would override, and that is nothing but what the person has seen. What
 * another host may be using has to be agreed to for itself.
 */
export const ReviewStep = ({ review, holdings, warnings, children }: ReviewStepProps) => {
    const id = useId();
    const { command, failures, isForced, setForced, refusedFor } = review;
    const line = shellQuote(command.argv);
    const dryRun = useAnswer(() => review.tryOut(command), `${failures} ${line}`);
    const reasons = dryRun.kind === "failed" ? (overridable(dryRun.error.message) ?? []) : refusedFor;
    const [agreedLine, setAgreedLine] = useState<string>();
    const isTicked = isAgreed(reasons, holdings, warnings);
    // while the forced command is tried out, the answer to the plain one still stands
    const inUse = isTicked && !isForced ? maybeInUse(reasons, holdings) : [];
    const canForce = isTicked && (inUse.length === 0 || agreedLine === line);
    return (
        <>
            {children}
            <div>
                <p className="zfs-headline">{_("Command")}</p>
                <CommandLine line={line} />
            </div>
            <DryRun answer={dryRun} />
            <MaybeInUse
                holdings={inUse}
                isAgreed={agreedLine === line}
                onAgree={(isWanted) => setAgreedLine(isWanted ? line : undefined)}
            />
            {(isForced || canForce) && (
                <Checkbox
                    id={id}
                    label={_("Do it all the same (-f)")}
                    description={_(
                        "This overrides every check of zpool on all of these disks: what is on them is overwritten, and what the layout is warned of is accepted.",
                    )}
                    isChecked={isForced}
                    onChange={(_event, isChecked) => setForced(isChecked)}
                />
            )}
        </>
    );
};

/** Says where to go on when what failed has left something on the disks, which nobody has agreed to overwrite yet. */
export const LostDisks = ({ review }: { readonly review: Review }) =>
    review.hasLostDisks && (
        <p>{_("The disks cannot be used as they were chosen: the step Disks says why.")}</p>
    );
