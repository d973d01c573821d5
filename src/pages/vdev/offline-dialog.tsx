import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { offlineDevice } from "../../zfs/commands/device.ts";
import type { Identity, PlacedDevice } from "../../zfs/commands/expect.ts";
import { useChange } from "../change/use-change.tsx";

interface OfflineDialogProps {
    readonly pool: Identity;
    readonly device: PlacedDevice;
}

/** Takes a device out of use, for good or until the next start. */
export const OfflineDialog = ({ pool, device }: OfflineDialogProps) => {
    const [untilRestart, setUntilRestart] = useState(false);
    const field = useId();
    return (
        <FormDialog
            {...useChange(offlineDevice(pool, device, untilRestart))}
            variant="warning"
            title={format(_("Take $0 offline?"), device.name)}
            action={_("Take offline")}
            isReady
        >
            <p>
                {_(
                    "The pool goes on without it, with less redundancy: what fails meanwhile may cost data. When the device comes back online, only what it missed is written to it.",
                )}
            </p>
            <Checkbox
                id={field}
                label={_("Only until the host is restarted or the pool imported again")}
                isChecked={untilRestart}
                onChange={(_event, isChecked) => setUntilRestart(isChecked)}
            />
        </FormDialog>
    );
};
