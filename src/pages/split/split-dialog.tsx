import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect/index.js";
import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { useDisks } from "../../store/use-disks.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { splitPath } from "../../zfs/beside.ts";
import { seenVdev } from "../../zfs/commands/expect.ts";
import type { Identity } from "../../zfs/commands/expect.ts";
import { splitPool } from "../../zfs/commands/split.ts";
import { diskFinder } from "../../zfs/find-disk.ts";
import type { Pool, Vdev } from "../../zfs/model.ts";
import { checkNewPoolName } from "../../zfs/names.ts";
import { shortName, vitalVdevs } from "../../zfs/vdevs.ts";
import { TriedOut } from "../change/dry-run.tsx";
import { useChange } from "../change/use-change.tsx";
import { noFolder, poolNameText } from "../name-text.ts";
import { usePoolNameList } from "../use-pool-names.ts";

interface SplitDialogProps {
    readonly identity: Identity;
    readonly pool: Pool;
}

/** Makes a new pool of a disk of each mirror: asks for its name, which disks leave, and whether it is imported. */
export const SplitDialog = ({ identity, pool }: SplitDialogProps) => {
    const mirrors = vitalVdevs(pool);
    const disks = useDisks();
    const findDisk = diskFinder(disks.kind === "ready" ? disks.disks : []);
    const [name, setName] = useState("");
    const [folder, setFolder] = useState("");
    const [chosen, setChosen] = useState<ReadonlyMap<string, Vdev>>(new Map());
    const nameField = useId();
    const names = usePoolNameList();
    const nameProblem = name === "" ? undefined : checkNewPoolName(name, names);
    const isPlaced = folder === "" || folder.startsWith("/");
    const isReady = name !== "" && nameProblem === undefined && isPlaced;
    const choices = {
        name,
        // the last of each mirror leaves by itself
        devices: mirrors.flatMap((mirror) => {
            const vdev = chosen.get(mirror.name);
            return vdev && vdev !== mirror.children.at(-1) ? [splitPath(vdev, findDisk(vdev))] : [];
        }),
        altroot: folder || undefined,
        mirrors: mirrors.flatMap((vdev) => seenVdev(identity, { vdev, above: [] }) ?? []),
    };
    const command = isReady ? splitPool(identity, choices) : undefined;
    return (
        <FormDialog
            {...useChange(command)}
            variant="warning"
            title={format(_("Split $0"), identity.name)}
            action={_("Split")}
            isReady={command !== undefined}
            focus={nameField}
        >
            <p>
                {_(
                    "One disk of each mirror is detached; together they form a new pool with all that is in this one. Both have a disk less for each mirror then: what fails in a mirror of two may cost data.",
                )}
            </p>
            <TextField
                id={nameField}
                label={_("Name of the new pool")}
                value={name}
                problem={nameProblem && poolNameText(nameProblem)}
                onValue={setName}
            />
            {mirrors.map((mirror) => (
                <Leaver
                    key={mirror.name}
                    mirror={mirror}
                    chosen={chosen.get(mirror.name) ?? mirror.children.at(-1)}
                    onChoose={(vdev) => setChosen(new Map([...chosen, [mirror.name, vdev]]))}
                />
            ))}
            <TextField
                label={_("Import it below")}
                value={folder}
                help={_(
                    "A folder such as /mnt. Without one the new pool is left exported, to be imported here or on another host.",
                )}
                problem={isPlaced ? undefined : noFolder()}
                onValue={setFolder}
            />
            {command && <TriedOut command={command} />}
        </FormDialog>
    );
};

interface LeaverProps {
    readonly mirror: Vdev;
    readonly chosen: Vdev | undefined;
    readonly onChoose: (vdev: Vdev) => void;
}

/** Which disk leaves a mirror. */
const Leaver = ({ mirror, chosen, onChoose }: LeaverProps) => {
    const field = useId();
    return (
        <FormGroup label={format(_("Disk to take from $0"), mirror.name)} fieldId={field}>
            <FormSelect
                id={field}
                value={chosen?.name ?? ""}
                onChange={(_event, name) => {
                    const vdev = mirror.children.find((child) => child.name === name);
                    if (vdev) onChoose(vdev);
                }}
            >
                {mirror.children.map((child) => (
                    <FormSelectOption key={child.name} value={child.name} label={shortName(child)} />
                ))}
            </FormSelect>
        </FormGroup>
    );
};
