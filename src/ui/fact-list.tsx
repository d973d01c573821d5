import {
    DescriptionList,
    DescriptionListDescription,
    DescriptionListGroup,
    DescriptionListTerm,
} from "@patternfly/react-core/dist/esm/components/DescriptionList/index.js";
import type { DescriptionListProps } from "@patternfly/react-core/dist/esm/components/DescriptionList/index.js";
import type { ReactNode } from "react";

/** What something is called, and what it is; nothing, undefined or "" where that is not known. */
export type Fact = readonly [term: string, value: ReactNode];

interface FactListProps extends Omit<DescriptionListProps, "children"> {
    readonly facts: readonly Fact[];
}

/** Facts one below the other; those of which nothing is known are left out. */
export const FactList = ({ facts, ...props }: FactListProps) => (
    <DescriptionList isCompact {...props}>
        {facts.map(
            ([term, value]) =>
                value !== undefined &&
                value !== null &&
                value !== "" &&
                value !== false && (
                    <DescriptionListGroup key={term}>
                        <DescriptionListTerm>{term}</DescriptionListTerm>
                        <DescriptionListDescription>{value}</DescriptionListDescription>
                    </DescriptionListGroup>
                ),
        )}
    </DescriptionList>
);
