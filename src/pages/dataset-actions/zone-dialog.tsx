import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { RadioField } from "../../ui/radio-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { unzoneDataset, zoneDataset } from "../../zfs/commands/dataset-use.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { namespaceFile } from "../../zfs/namespace-file.ts";
import { useChange } from "../change/use-change.tsx";

const ways = ["attach", "detach"] as const;

/** Lets the root of a container manage a filesystem, or no longer. */
export const ZoneDialog = ({ dataset }: { readonly dataset: Dataset }) => {
    const [way, setWay] = useState<(typeof ways)[number]>("attach");
    const [text, setText] = useState("");
    const field = useId();
    const file = namespaceFile(text);
    const isAttaching = way === "attach";
    const build = isAttaching ? zoneDataset : unzoneDataset;
    return (
        <FormDialog
            {...useChange(file === undefined ? undefined : build(dataset, file))}
            variant="warning"
            title={format(
                isAttaching ? _("Attach $0 to a user namespace") : _("Detach $0 from a user namespace"),
                dataset.name,
            )}
            action={isAttaching ? _("Attach") : _("Detach")}
            isReady={file !== undefined}
            focus={field}
        >
            <p>
                {_(
                    "A filesystem that is attached to a user namespace can be mounted, and its descendants managed, by the root of the container that runs in it; its property zoned has to be on, and the container needs /dev/zfs.",
                )}
            </p>
            <RadioField
                label={_("What to do")}
                value={way}
                choices={ways}
                text={(one) =>
                    one === "attach" ? _("Attach it to the namespace") : _("Detach it from the namespace")
                }
                onValue={setWay}
            />
            <TextField
                id={field}
                label={_("Process in the container, or its namespace file")}
                value={text}
                help={_("The number of a process, such as 4711, or a path such as /proc/4711/ns/user")}
                problem={
                    text === "" || file !== undefined
                        ? undefined
                        : _("The number of a process, or a path that begins with a slash")
                }
                onValue={setText}
            />
        </FormDialog>
    );
};
