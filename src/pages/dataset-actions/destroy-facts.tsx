import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { ExpandableSection } from "@patternfly/react-core/dist/esm/components/ExpandableSection/index.js";

import { _, ngettext } from "../../i18n.ts";
import { firstOf } from "../../ui/first-of.ts";
import { Points } from "../../ui/points.tsx";
import { RawText } from "../../ui/raw-text.tsx";
import type { DestroyPlan } from "../../zfs/destroy-plan.ts";
import type { Difference } from "../../zfs/outcome.ts";
import { differenceText } from "../change/difference-text.ts";
import { Problem } from "../problem.tsx";

import { freedText } from "./destroy-text.ts";
import type { Destruction } from "./use-destroy-plan.ts";

interface DestroyFactsProps {
    readonly destruction: Destruction;
    /** What is said when nobody knows what would go. */
    readonly failure: string;
}

/** What a person has to know of a destruction besides what is lost and what stands in its way. */
export const DestroyFacts = ({ destruction: { answer, plan, changed }, failure }: DestroyFactsProps) => (
    <>
        {answer.kind === "failed" && <Problem title={failure} error={answer.error} />}
        <Changed changed={changed} />
        {plan && <Freed plan={plan} />}
        {plan && <AllThatGoes plan={plan} />}
        {plan && <UnknownUses plan={plan} />}
    </>
);

/** Says that others have the names of what was chosen, so that nothing is destroyed. */
const Changed = ({ changed }: { readonly changed: readonly Difference[] }) =>
    changed.length > 0 && (
        <Alert component="p" variant="warning" isInline title={_("It changed since you looked")}>
            <Points points={changed.map(differenceText)} label={_("It changed since you looked")} />
        </Alert>
    );

/** How much space is free afterwards, where that is known. */
const Freed = ({ plan }: { readonly plan: DestroyPlan }) => {
    const text = freedText(plan);
    return text !== undefined && <p>{text}</p>;
};

/** Says that nobody knows what is in use, where it is so. */
const UnknownUses = ({ plan: { targets, uses } }: { readonly plan: DestroyPlan }) =>
    uses === undefined && (
        <p>
            {ngettext(
                "What of it is in use could not be found out: ZFS refuses that, and may have destroyed another part by then.",
                "What of them is in use could not be found out: ZFS refuses that, and may have destroyed another part by then.",
                targets.length,
            )}
        </p>
    );

/** Lines that a browser shows without effort. */
const shown = 2_000;

/** Everything that goes, by name, one click below. */
const AllThatGoes = ({ plan: { targets } }: { readonly plan: DestroyPlan }) => {
    const names = targets.flatMap((target) => target.names);
    if (names.length < 2) return null;
    return (
        <ExpandableSection toggleText={_("Show all")} className="zfs-words">
            <RawText text={firstOf(names, shown).join("\n")} />
        </ExpandableSection>
    );
};
