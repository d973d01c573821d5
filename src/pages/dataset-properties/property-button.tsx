import { useDialogs } from "dialogs";

import { _ } from "../../i18n.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import type { Dataset } from "../../zfs/dataset.ts";
import { useDatasetsObstacle } from "../change/use-dataset-obstacle.ts";

import { BatchPropertiesDialog } from "./batch-properties-dialog.tsx";

/** Opens the dialog that changes properties of many datasets. */
function useBatchProperties(): (datasets: readonly Dataset[]) => void {
    const dialogs = useDialogs();
    return (datasets) => dialogs.show(<BatchPropertiesDialog datasets={datasets} />);
}

/** Changes properties of all chosen datasets. */
export const PropertyButton = ({ chosen }: { readonly chosen: readonly Dataset[] }) => {
    const open = useBatchProperties();
    const obstacle = useDatasetsObstacle(chosen.map(({ name }) => name));
    const reason = obstacle ?? (chosen.length === 0 ? _("Nothing is chosen") : undefined);
    return (
        <ReasonedButton variant="secondary" reason={reason} onClick={() => open(chosen)}>
            {_("Properties…")}
        </ReasonedButton>
    );
};
