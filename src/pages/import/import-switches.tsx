import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { useId } from "react";

import { _, format } from "../../i18n.ts";
import type { ImportChoices } from "../../zfs/commands/import.ts";
import { hasMissingLog } from "../../zfs/importable.ts";
import type { ImportRefusal } from "../../zfs/importable.ts";
import type { ImportablePool } from "../../zfs/model.ts";

interface ImportSwitchesProps {
    readonly pool: ImportablePool;
    readonly choices: ImportChoices;
    /** What ZFS said when it refused. */
    readonly refusal: ImportRefusal;
    readonly onChoose: (news: Partial<ImportChoices>) => void;
}

/** What is ticked for an import. What overrides ZFS is there only after ZFS has said what that would be. */
export const ImportSwitches = ({ pool, choices, refusal, onChoose }: ImportSwitchesProps) => {
    const id = useId();
    const { isReadOnly, isMounted, isWithoutLog, despite, rewind } = choices;
    const lastUser = refusal.lastUser ?? despite;
    return (
        <FormGroup role="group" label={_("Options")} fieldId={id} isStack>
            <Checkbox
                id={`${id}-readonly`}
                label={_("Read-only")}
                description={_("Nothing is written to its disks.")}
                isChecked={isReadOnly}
                onChange={(_event, isChecked) => onChoose({ isReadOnly: isChecked })}
            />
            <Checkbox
                id={`${id}-unmounted`}
                label={_("Mount nothing")}
                isChecked={!isMounted}
                onChange={(_event, isChecked) => onChoose({ isMounted: !isChecked })}
            />
            {hasMissingLog(pool) && (
                <Checkbox
                    id={`${id}-log`}
                    label={_("Without its missing log device")}
                    description={_(
                        "What only that device holds is lost: the last seconds of what was written.",
                    )}
                    isChecked={isWithoutLog}
                    onChange={(_event, isChecked) => onChoose({ isWithoutLog: isChecked })}
                />
            )}
            <Checkbox
                id={`${id}-checkpoint`}
                label={_("Go back to its checkpoint")}
                description={checkpointText(isReadOnly)}
                isChecked={rewind === "checkpoint"}
                onChange={(_event, isChecked) => onChoose({ rewind: isChecked ? "checkpoint" : undefined })}
            />
            {(refusal.canRewind || rewind === "transactions") && (
                <Checkbox
                    id={`${id}-transactions`}
                    label={_("Give up its last transactions")}
                    description={_(
                        "They are damaged. How far back that goes is what ZFS says below; whatever was written after it is lost.",
                    )}
                    isChecked={rewind === "transactions"}
                    onChange={(_event, isChecked) =>
                        onChoose({ rewind: isChecked ? "transactions" : undefined })
                    }
                />
            )}
            {lastUser !== undefined && (
                <Checkbox
                    id={`${id}-force`}
                    label={format(_("Although another host used it last: $0"), lastUser)}
                    description={_(
                        "If that host uses it still, both destroy it. Make sure that it is off, or has exported the pool.",
                    )}
                    isChecked={despite === lastUser}
                    onChange={(_event, isChecked) => onChoose({ despite: isChecked ? lastUser : undefined })}
                />
            )}
        </FormGroup>
    );
};

const checkpointText = (isReadOnly: boolean): string =>
    isReadOnly
        ? _("Shows the pool as it was when the checkpoint was taken. Nothing is undone.")
        : _(
              "Undoes everything since it was taken: data, datasets and snapshots, properties, features that were enabled, devices that were added.",
          );
