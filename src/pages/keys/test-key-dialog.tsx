import { useId } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { tryKey } from "../../zfs/commands/keys.ts";
import type { Dataset } from "../../zfs/dataset.ts";

import { GivenKeyFields } from "./given-key-fields.tsx";
import { useChain } from "./use-chain.ts";
import { useGivenKey, useKeyRefusal } from "./use-given-key.ts";

/** Tries whether a key is that of an encryption root. Nothing is loaded, and nothing changes. */
export const TestKeyDialog = ({ root }: { readonly root: Dataset }) => {
    const field = useId();
    const { given, setGiven, place, takeSecret, isReady } = useGivenKey(root);
    const change = useChain([tryKey(root, place)], { takeSecret });
    const { refusal, notice } = useKeyRefusal(root, change, field);
    return (
        <FormDialog
            {...{ ...change, notice }}
            title={format(_("Test a key of $0"), root.name)}
            action={_("Test")}
            isReady={isReady}
            focus={field}
        >
            <p>{_("This finds out whether it is the right key. Nothing is loaded or changed by it.")}</p>
            <GivenKeyFields {...{ root, refusal }} id={field} value={given} onValue={setGiven} />
        </FormDialog>
    );
};
