import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useId, useState } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { formatNames } from "../../ui/dates.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { unmountDataset } from "../../zfs/commands/dataset-use.ts";
import { unmountedWith } from "../../zfs/dataset-offers.ts";
import { isEncryptionRoot, mountedAt } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { useChange } from "../change/use-change.tsx";

import { InTheWay } from "./holders.tsx";
import { useDatasetList } from "./use-datasets.ts";

/** Unmounts a filesystem, once the person was told who uses it. */
export const UnmountDialog = ({ dataset }: { readonly dataset: Dataset }) => {
    const { name } = dataset;
    const [unloadsKey, setUnloadsKey] = useState(false);
    const field = useId();
    const within = unmountedWith([dataset], useDatasetList());
    return (
        <FormDialog
            {...useChange(unmountDataset(dataset, unloadsKey))}
            variant="warning"
            title={format(_("Unmount $0?"), name)}
            action={_("Unmount")}
            isReady
        >
            <p>
                {format(
                    _(
                        "What is at $0 is not there any more, nor shared, until it is mounted again. Nothing is lost.",
                    ),
                    mountedAt(dataset) ?? name,
                )}
            </p>
            {within.length > 0 && (
                <p>
                    {ngettext(
                        "$0 filesystem in it is unmounted, too: $1",
                        "$0 filesystems in it are unmounted, too: $1",
                        within.length,
                        formatNames(within.map((other) => other.name)),
                    )}
                </p>
            )}
            {isEncryptionRoot(dataset) && (
                <Checkbox
                    id={field}
                    label={_("Unload its key, too")}
                    description={_("It can only be mounted again by who has the key.")}
                    isChecked={unloadsKey}
                    onChange={(_event, isChecked) => setUnloadsKey(isChecked)}
                />
            )}
            <InTheWay dataset={name} isUnmounting />
        </FormDialog>
    );
};
