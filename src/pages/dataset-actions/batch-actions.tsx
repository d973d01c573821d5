import { useDialogs } from "dialogs";
import { useState } from "react";

import { _, ngettext } from "../../i18n.ts";
import { ReasonedMenu } from "../../ui/reasoned-menu.tsx";
import { batchActions } from "../../zfs/dataset-offers.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { useHostObstacle } from "../change/use-obstacle.ts";
import { PropertyButton } from "../dataset-properties/property-button.tsx";

import { BatchDestroyDialog } from "./batch-destroy-dialog.tsx";
import { batchActionText } from "./batch-text.ts";
import { BatchUseDialog } from "./batch-use-dialog.tsx";
import { useMounts } from "./use-mounts.ts";
import { useSortOut } from "./use-sort-out.ts";

/** What can be done to all chosen datasets at once. */
export const BatchActions = ({ chosen }: { readonly chosen: readonly Dataset[] }) => {
    const dialogs = useDialogs();
    const host = useHostObstacle();
    const [wasOpened, setOpened] = useState(false);
    const mounts = useMounts(wasOpened);
    const sortOut = useSortOut(mounts);

    return (
        <>
            <PropertyButton chosen={chosen} />
            <ReasonedMenu
                label={ngettext("Do with $0 dataset", "Do with $0 datasets", chosen.length)}
                reason={host ?? (chosen.length === 0 ? _("None is chosen") : undefined)}
                onOpen={() => setOpened(true)}
                choices={batchActions.map((action) => {
                    const { possible, skipped } = sortOut(action, chosen);
                    return {
                        id: action,
                        title: batchActionText(action),
                        reason: possible.length === 0 ? skipped[0]?.reason : undefined,
                        isDanger: action === "destroy",
                    };
                })}
                onChoose={(action) => {
                    if (action !== "destroy") {
                        dialogs.show(<BatchUseDialog {...{ action, chosen, mounts }} />);
                        return;
                    }
                    const { possible, skipped } = sortOut(action, chosen);
                    dialogs.show(<BatchDestroyDialog chosen={possible} skipped={skipped} />);
                }}
            />
        </>
    );
};
