import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { changeKey } from "../../zfs/commands/keys.ts";
import { isEncryptionRoot, isLocked } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { emptyKey, isKeyReady, keyBytes } from "../../zfs/new-key.ts";
import { useChange } from "../change/use-change.tsx";

import { KeyFields } from "./key-fields.tsx";
import { placeRefusal } from "./key-refusal.ts";
import { keyLocationText } from "./key-text.ts";

/** Gives a dataset another key, or one of its own; the helper proves it afterwards. */
export const ChangeKeyDialog = ({ dataset }: { readonly dataset: Dataset }) => {
    const focus = useId();
    const [key, setKey] = useState(emptyKey);
    const { name, keyLocation } = dataset;
    const isRoot = isEncryptionRoot(dataset);
    const isReady = isKeyReady(key);
    const loadsOld = isLocked(dataset);
    const change = useChange(isReady ? changeKey(dataset, key, loadsOld) : undefined, {
        takeSecret: key.source === "location" ? undefined : () => keyBytes(key) ?? new Uint8Array(),
    });
    const refusal = key.source === "location" ? placeRefusal(change.outcome) : undefined;
    return (
        <FormDialog
            {...change}
            notice={refusal === undefined && change.notice}
            title={format(isRoot ? _("Change the key of $0") : _("Give $0 a key of its own"), name)}
            action={isRoot ? _("Change the key") : _("Give it the key")}
            variant="warning"
            isReady={isReady}
            focus={focus}
        >
            <p>
                {isRoot
                    ? _(
                          "From then on only the new key opens it. Nothing is encrypted anew: who has the old key and a copy of the disks from before can still read that copy.",
                      )
                    : _(
                          "From then on it needs this key, too, which has to be loaded by itself. What lies in it and has no key of its own goes with it.",
                      )}
            </p>
            {loadsOld && (
                <p>{format(_("The old key is first loaded from $0."), keyLocationText(keyLocation))}</p>
            )}
            <KeyFields id={focus} value={key} onValue={setKey} name={name} refusal={refusal} />
        </FormDialog>
    );
};
