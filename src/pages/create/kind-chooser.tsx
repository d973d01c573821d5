import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { Radio } from "@patternfly/react-core/dist/esm/components/Radio/index.js";
import { useId } from "react";

import { _ } from "../../i18n.ts";
import { leastDisks } from "../../zfs/layout/plan.ts";
import type { LayoutKind } from "../../zfs/layout/plan.ts";

import { kindHelp, kindText, partProblemText } from "./layout-text.ts";

interface KindChooserProps {
    readonly kinds: readonly LayoutKind[];
    readonly kind: LayoutKind;
    /** How many disks there are for it. */
    readonly count: number;
    readonly onKind: (kind: LayoutKind) => void;
}

/** How the disks are put together; a kind for which there are too few says so. */
export const KindChooser = ({ kinds, kind, count, onKind }: KindChooserProps) => {
    const group = useId();
    return (
        <FormGroup role="radiogroup" label={_("Kind")} fieldId={group}>
            <div className="zfs-kinds">
                {kinds.map((one) => {
                    const least = leastDisks(one);
                    const isPossible = count >= least;
                    return (
                        <Radio
                            key={one}
                            id={`${group}-${one}`}
                            name={group}
                            label={kindText(one)}
                            description={
                                isPossible ? kindHelp(one) : partProblemText({ kind: "tooFew", least })
                            }
                            isDisabled={!isPossible}
                            isChecked={one === kind}
                            onChange={() => onKind(one)}
                        />
                    );
                })}
            </div>
        </FormGroup>
    );
};
