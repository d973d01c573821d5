import { ExpandableSection } from "@patternfly/react-core/dist/esm/components/ExpandableSection/index.js";
import type { ReactNode } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import type { Answer } from "../../store/answer.ts";
import { firstOf } from "../../ui/first-of.ts";
import { Points } from "../../ui/points.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import type { EffectBelow } from "../../zfs/inheritance.ts";

import { useEffectBelow } from "./use-effect-below.ts";

/** Names that are shown: nobody reads more, and a browser takes its time. */
const mostShown = 200;

interface EffectBelowTextProps {
    readonly effect: Answer<EffectBelow>;
    /** Those that have values of their own lose them. */
    readonly isRecursive: boolean;
}

/** What it means for what lies below datasets that they get a value of a property. */
export const EffectBelowOf = ({
    datasets,
    property,
}: {
    readonly datasets: readonly string[];
    readonly property: string;
}) => <EffectBelowText effect={useEffectBelow(datasets, property)} isRecursive={false} />;

/** What a change of a property means for what lies below the dataset. */
export const EffectBelowText = ({ effect, isRecursive }: EffectBelowTextProps) => {
    switch (effect.kind) {
        case "waiting":
            return <Waiting what={_("Finding out what lies below")} lines={1} />;
        case "failed":
            return <p>{format(_("What lies below could not be read: $0"), effect.error.message)}</p>;
        case "ready":
            return <Effect effect={effect.value} isRecursive={isRecursive} />;
    }
};

const Effect = ({ effect, isRecursive }: { readonly effect: EffectBelow; readonly isRecursive: boolean }) => {
    const { followers, keepers } = effect;
    const kept = keepers.map(({ dataset, value }) => `${dataset}: ${value ?? _("not set")}`);
    if (followers.length === 0 && kept.length === 0) return null;
    return (
        <div className="zfs-words">
            {followers.length > 0 && (
                <Names names={followers}>
                    {ngettext(
                        "$0 dataset below inherits this",
                        "$0 datasets below inherit this",
                        followers.length,
                    )}
                </Names>
            )}
            {kept.length > 0 && (
                <Names names={kept}>
                    {isRecursive
                        ? ngettext(
                              "$0 dataset below loses a value of its own",
                              "$0 datasets below lose values of their own",
                              kept.length,
                          )
                        : ngettext(
                              "$0 dataset below keeps a value of its own",
                              "$0 datasets below keep values of their own",
                              kept.length,
                          )}
                </Names>
            )}
        </div>
    );
};

const Names = ({ names, children }: { readonly names: readonly string[]; readonly children: ReactNode }) => (
    <ExpandableSection toggleContent={children}>
        <Points points={firstOf(names, mostShown)} />
    </ExpandableSection>
);
