import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useDialogs } from "dialogs";
import { useEffect, useId, useState } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { mountDataset } from "../../zfs/commands/dataset-use.ts";
import { loadKey, tryKey } from "../../zfs/commands/keys.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { emptyGiven, givenBytes, isGivenReady, isWrongKey, placeOf } from "../../zfs/given-key.ts";
import type { GivenKey } from "../../zfs/given-key.ts";
import { mountableOf } from "../../zfs/key-map.ts";
import type { KeyRoot } from "../../zfs/key-map.ts";
import type { Outcome } from "../../zfs/outcome.ts";
import { refusalText } from "../../zfs/outcome.ts";

import { GivenKeyFields } from "./given-key-fields.tsx";
import { useChain } from "./use-chain.ts";

/** Tries whether a key is that of an encryption root. Nothing is loaded, and nothing changes. */
export const TestKeyDialog = ({ root }: { readonly root: Dataset }) => {
    const field = useId();
    const { given, setGiven, takeSecret, isReady } = useGivenKey(root);
    const change = useChain([tryKey(root, placeOf(given))], { takeSecret });
    const { refusal, ...shown } = useRefusal(root, change, field);
    return (
        <FormDialog
            {...shown}
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

/** Loads the keys of encryption roots, one root at a time, and mounts what they open. */
export const LoadKeysDialog = ({ roots }: { readonly roots: readonly KeyRoot[] }) => {
    const dialogs = useDialogs();
    // what is loaded meanwhile does not change what this dialog goes through
    const [all] = useState(roots);
    const [index, setIndex] = useState(0);
    const root = all[index];
    const next = () => (index + 1 < all.length ? setIndex(index + 1) : dialogs.close());
    return (
        root && <LoadKey key={root.dataset.guid} root={root} left={all.length - index - 1} onNext={next} />
    );
};

interface LoadKeyProps {
    readonly root: KeyRoot;
    /** How many come after this one. */
    readonly left: number;
    readonly onNext: () => void;
}

const LoadKey = ({ root, left, onNext }: LoadKeyProps) => {
    const field = useId();
    const { dataset } = root;
    const { given, setGiven, takeSecret, isReady } = useGivenKey(dataset);
    const [mountable] = useState(() => mountableOf(root));
    const [isMounting, setMounting] = useState(true);
    const mounts = isMounting ? mountable.map(mountDataset) : [];
    const change = useChain([loadKey(dataset, placeOf(given)), ...mounts], { takeSecret, onDone: onNext });
    const { refusal, ...shown } = useRefusal(dataset, change, field);
    const isLoaded = change.done > 0;
    return (
        <FormDialog
            {...shown}
            title={format(_("Load the key of $0"), dataset.name)}
            action={isLoaded ? _("Mount the rest") : _("Load the key")}
            isReady={isReady || isLoaded}
            focus={field}
        >
            {!isLoaded && (
                <GivenKeyFields
                    root={dataset}
                    id={field}
                    value={given}
                    onValue={setGiven}
                    refusal={refusal}
                />
            )}
            {mountable.length > 0 && (
                <Checkbox
                    id={`${field}-mount`}
                    label={ngettext(
                        "Mount the filesystem that it opens",
                        "Mount the $0 filesystems that it opens",
                        mountable.length,
                    )}
                    isChecked={isMounting}
                    isDisabled={isLoaded || change.isBusy}
                    onChange={(_event, isChecked) => setMounting(isChecked)}
                />
            )}
            {left > 0 && (
                <p className="zfs-quiet">
                    {ngettext(
                        "$0 more key is asked for after this one.",
                        "$0 more keys are asked for after this one.",
                        left,
                    )}
                </p>
            )}
        </FormDialog>
    );
};

/** What is given as the key; the text of it is gone from the page when it is sent. */
function useGivenKey(root: Dataset) {
    const [given, setGiven] = useState(() => emptyGiven(root));
    return {
        given,
        setGiven,
        isReady: isGivenReady(root, given),
        takeSecret: () => {
            const bytes = givenBytes(root, given);
            setGiven((value: GivenKey) => ({ ...value, text: "" }));
            return bytes;
        },
    };
}

/** Puts what ZFS said about the key at its field instead of below it, and the focus back there. */
function useRefusal<Shown extends ReturnType<typeof useChain>>(root: Dataset, change: Shown, field: string) {
    const refusal = change.done === 0 ? keyRefusal(root, change.outcome) : undefined;
    const { outcome } = change;
    useEffect(() => {
        if (outcome !== undefined) document.getElementById(field)?.focus();
    }, [outcome, field]);
    return { ...change, refusal, ...(refusal !== undefined && { notice: undefined }) };
}

/** Why ZFS did not take this for the key. */
export function keyRefusal({ name }: Dataset, outcome: Outcome | undefined): string | undefined {
    const said = refusalText(outcome);
    if (said === undefined) return undefined;
    return isWrongKey(said) ? format(_("This is not the key of $0"), name) : said;
}
