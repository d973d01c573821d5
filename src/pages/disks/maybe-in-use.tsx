import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useId } from "react";

import { _, format } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import type { Holding } from "../../zfs/disk-choice.ts";

import { holdingsText } from "./disk-text.ts";

interface MaybeInUseProps {
    /** Parts of pools that zpool does not say were exported. */
    readonly holdings: readonly Holding[];
    readonly isAgreed: boolean;
    readonly onAgree: (isAgreed: boolean) => void;
}

/** Wants it agreed that a pool is overwritten which another host may have; nothing where there is none. */
export const MaybeInUse = ({ holdings, isAgreed, onAgree }: MaybeInUseProps) => {
    const id = useId();
    if (holdings.length === 0) return null;
    return (
        <Checkbox
            id={id}
            label={format(_("Overwrite also what another host may be using: $0"), holdingsText(holdings))}
            description={
                <>
                    {_(
                        "ZFS does not say that this pool was exported. A host that has it imported now would lose it.",
                    )}{" "}
                    <a href={formatRoute({ screen: "import" })}>
                        {_("Import tells which host had it last, and can bring it here.")}
                    </a>
                </>
            }
            isChecked={isAgreed}
            onChange={(_event, isChecked) => onAgree(isChecked)}
        />
    );
};
