import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useId, useState } from "react";

import { readVersions } from "../../backend/dataset-facts.ts";
import { readModule } from "../../backend/module.ts";
import { _, format, ngettext } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { useDatasetNews } from "../../store/hooks.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { TypedName } from "../../ui/dialogs/typed-name.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import { upgradeDataset } from "../../zfs/commands/dataset-use.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { newestVersion } from "../../zfs/module.ts";
import { useChange } from "../change/use-change.tsx";
import { Problem } from "../problem.tsx";

/** Brings a filesystem to the newest on-disk version, if it is of an older one. */
export const UpgradeDialog = ({ dataset: { name, guid } }: { readonly dataset: Dataset }) => {
    const [withDescendants, setWithDescendants] = useState(false);
    const field = useId();
    const answer = useAnswer(() => readVersions(name), `${useDatasetNews()} ${name}`);
    const module = useAnswer(readModule, "module");
    const isWaiting = answer.kind === "waiting" || module.kind === "waiting";
    const newest = newestVersion(module.kind === "ready" ? module.value : undefined);
    const [own, ...others] = answer.kind === "ready" && !isWaiting ? answer.value : [];
    const oldOnes = others.filter((version) => version !== newest).length;
    const isOld = own !== undefined && own !== newest;
    const isChange = isOld || (oldOnes > 0 && withDescendants);
    const [typed, setTyped] = useState("");
    const change = useChange(isChange ? upgradeDataset({ name, guid }, withDescendants) : undefined);
    return (
        <FormDialog
            {...change}
            variant="danger"
            title={format(_("Upgrade the version of $0?"), name)}
            action={_("Upgrade")}
            isReady={isChange && typed === name}
        >
            {isWaiting && <Waiting what={_("Waiting for ZFS to tell the versions")} lines={2} />}
            {answer.kind === "failed" && (
                <Problem title={_("Its version cannot be read")} error={answer.error} />
            )}
            {own !== undefined && (
                <p>
                    {isOld
                        ? format(
                              _(
                                  "It is of version $0; the newest is $1. Systems with a ZFS that does not know that version cannot read it then. This cannot be undone.",
                              ),
                              own,
                              newest,
                          )
                        : format(_("It is of version $0, the newest: there is nothing to do."), own)}
                </p>
            )}
            {oldOnes > 0 && (
                <Checkbox
                    id={field}
                    label={ngettext(
                        "Also $0 filesystem in it that is of an older version",
                        "Also $0 filesystems in it that are of an older version",
                        oldOnes,
                    )}
                    isChecked={withDescendants}
                    onChange={(_event, isChecked) => setWithDescendants(isChecked)}
                />
            )}
            {isChange && <TypedName name={name} typed={typed} onType={setTyped} />}
        </FormDialog>
    );
};
