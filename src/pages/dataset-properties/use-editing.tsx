import { useDialogs } from "dialogs";

import { datasetFixedReason, datasetSettable } from "../../zfs/dataset-settable.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import type { ModuleFacts } from "../../zfs/module.ts";
import { useDatasetsObstacle } from "../change/use-dataset-obstacle.ts";
import type { PropertyEditing } from "../properties/property-table.tsx";

import { EditDialog, EditUserPropertyDialog } from "./edit-dialog.tsx";
import { datasetFixedText } from "./value-text.ts";

/** How the properties of a dataset are changed, and why none can be now. */
export function useEditing(
    dataset: Dataset,
    rules: ModuleFacts["datasetProperties"],
): { readonly editing: PropertyEditing; readonly obstacle: string | undefined } {
    const dialogs = useDialogs();
    const obstacle = useDatasetsObstacle([dataset.name]);
    return {
        obstacle,
        editing: {
            offer: ({ name }) => {
                const reason = datasetFixedReason(name, rules.get(name), dataset);
                if (reason) return { reason: datasetFixedText(reason) };
                return datasetSettable(name, rules.get(name), dataset) && { reason: obstacle };
            },
            edit: (property) => {
                const rule = rules.get(property.name);
                const settable = datasetSettable(property.name, rule, dataset);
                if (!settable) return;
                const Dialog = property.name.includes(":") ? EditUserPropertyDialog : EditDialog;
                dialogs.show(<Dialog {...{ dataset, property, settable, rule }} />);
            },
        },
    };
}
