import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useEffect, useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { askForCapabilities, capabilities } from "../../store/capabilities.ts";
import { useStore } from "../../store/hooks.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { rewriteDataset } from "../../zfs/commands/dataset-use.ts";
import { mountedAt } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { formatSize } from "../../zfs/size.ts";
import { useChange } from "../change/use-change.tsx";

/** Writes all files of a filesystem anew, for those who have changed its properties or the layout of the pool. */
export const RewriteDialog = ({ dataset }: { readonly dataset: Dataset }) => {
    const { name, referenced, usedBySnapshots = 0n } = dataset;
    const place = mountedAt(dataset);
    const [crosses, setCrosses] = useState(false);
    const [isPhysical, setPhysical] = useState(false);
    const [crossField, physicalField] = [useId(), useId()];
    useEffect(askForCapabilities, []);
    const canBePhysical = useStore(capabilities)?.physicalRewrite === true;
    const options = { place: place ?? "", crosses, isPhysical: canBePhysical && isPhysical };
    return (
        <FormDialog
            {...useChange(place === undefined ? undefined : rewriteDataset(dataset, options))}
            variant="warning"
            title={format(_("Rewrite $0?"), name)}
            action={_("Rewrite")}
            isReady={place !== undefined}
        >
            <p>
                {_(
                    "All its files are written again as they are, with the compression, checksum, deduplication and copies that are set now, spread over all devices of the pool. The files can be used meanwhile. It may take hours; this page does not show how far it is, and cannot end it.",
                )}
            </p>
            {place === undefined && <p role="alert">{_("Where it is mounted is not known.")}</p>}
            <Alert
                component="p"
                variant="warning"
                isInline
                title={_("What snapshots and clones hold is then stored twice")}
            >
                {referenced !== undefined && (
                    <p>
                        {usedBySnapshots > 0n
                            ? format(
                                  _("It has snapshots. Up to $0 more are taken until these are destroyed."),
                                  formatSize(referenced),
                              )
                            : format(
                                  _("Each snapshot that it has may keep up to $0 more."),
                                  formatSize(referenced),
                              )}
                    </p>
                )}
                <p>
                    {canBePhysical
                        ? _(
                              "The next incremental send holds all that was rewritten, unless times are kept (-P).",
                          )
                        : _("The next incremental send holds all that was rewritten.")}
                </p>
            </Alert>
            <Checkbox
                id={crossField}
                label={_("Also the filesystems that are mounted in it")}
                isChecked={crosses}
                onChange={(_event, isChecked) => setCrosses(isChecked)}
            />
            {canBePhysical && (
                <Checkbox
                    id={physicalField}
                    label={_("Keep the time at which blocks were written (-P)")}
                    description={_(
                        "Incremental sends do not send them again. The pool needs its feature physical_rewrite enabled.",
                    )}
                    isChecked={isPhysical}
                    onChange={(_event, isChecked) => setPhysical(isChecked)}
                />
            )}
        </FormDialog>
    );
};
