import { useDialogs } from "dialogs";
import { useEffect } from "react";
import type { ReactElement } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { datasets } from "../../store/datasets.ts";
import { useStore } from "../../store/hooks.ts";
import { askForSystem } from "../../store/refresh.ts";
import { system } from "../../store/system.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { inheritKey } from "../../zfs/commands/keys.ts";
import { isEncryptionRoot } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { keyBoot, mountsAtBoot } from "../../zfs/key-boot.ts";
import { allRoots, keyMap, lockedRoots, mountableOf, unloadableRoots } from "../../zfs/key-map.ts";
import type { KeyRoot } from "../../zfs/key-map.ts";
import { keyOffers } from "../../zfs/key-offers.ts";
import type { KeyAction } from "../../zfs/key-offers.ts";
import { ConfirmChange } from "../change/confirm-change.tsx";
import { useDatasetsObstacle } from "../change/use-dataset-obstacle.ts";

import { ChangeKeyDialog } from "./change-key-dialog.tsx";
import { KeyTree } from "./key-card.tsx";
import { actionText, mountText, reasonText } from "./key-map-text.ts";
import { LoadKeyDialog } from "./load-key-dialog.tsx";
import { LoadKeysDialog } from "./load-keys-dialog.tsx";
import { MountDialog } from "./mount-dialog.tsx";
import { PlaceDialog } from "./place-dialog.tsx";
import { TestKeyDialog } from "./test-key-dialog.tsx";
import { UnloadDialog } from "./unload-dialog.tsx";

/** The keys by which a dataset, and all that lies in it, is read. */
export const KeysTab = ({ dataset }: { readonly dataset: Dataset }) => {
    const dialogs = useDialogs();
    const state = useStore(datasets);
    const facts = useStore(system);
    const obstacle = useDatasetsObstacle([dataset.name], { worksReadOnly: true });
    useEffect(askForSystem, []);

    const all = state.kind === "ready" ? state.datasets : [dataset];
    const roots = keyMap(all, dataset);
    const locked = lockedRoots(roots);
    const find = (name: string) => all.find((one) => one.name === name);
    const unloadable = unloadableRoots(roots, dataset.name);
    const unloadAll = () => dialogs.show(<UnloadDialog name={dataset.name} roots={unloadable} />);
    const loadAll = () => dialogs.show(<LoadKeysDialog name={dataset.name} roots={locked} />);

    if (roots.length === 0)
        return (
            <p>
                {_(
                    "Nothing here is encrypted. It can be when it is created; later it has to be copied to do so.",
                )}
            </p>
        );
    return (
        <div className="zfs-stack">
            <div className="zfs-heading">
                <p role="status">{summaryText(allRoots(roots).length, locked.length)}</p>
                {locked.length > 1 && (
                    <ReasonedButton variant="secondary" reason={obstacle} onClick={loadAll}>
                        {ngettext("Load $0 key…", "Load $0 keys…", locked.length)}
                    </ReasonedButton>
                )}
                {unloadable.length > 1 && (
                    <ReasonedButton variant="secondary" reason={obstacle} onClick={unloadAll}>
                        {_("Unload all keys here…")}
                    </ReasonedButton>
                )}
            </div>
            {dataset.encryptionRoot !== undefined && !isEncryptionRoot(dataset) && (
                <Inherited dataset={dataset} root={dataset.encryptionRoot} obstacle={obstacle} />
            )}
            <KeyTree
                roots={roots}
                context={{
                    bootOf: (root) => keyBoot(root, facts?.units),
                    offersOf: (root) => keyOffers(root.dataset, find, mountableOf(root).length),
                    obstacle,
                    onAction: (action, root) => dialogs.show(dialogFor(action, root)),
                }}
            />
            <p className="zfs-quiet">{mountText(mountsAtBoot(facts?.units))}</p>
        </div>
    );
};

interface InheritedProps {
    readonly dataset: Dataset;
    /** The name of the encryption root whose key it uses. */
    readonly root: string;
    readonly obstacle: string | undefined;
}

/** That a dataset has no key of its own, and the way to one. */
const Inherited = ({ dataset, root, obstacle }: InheritedProps) => {
    const dialogs = useDialogs();
    const reason = keyOffers(dataset, () => undefined, 0)[0]?.reason;
    return (
        <div className="zfs-heading">
            <p>{format(_("$0 has no key of its own, and uses that of $1."), dataset.name, root)}</p>
            <ReasonedButton
                variant="secondary"
                reason={obstacle ?? (reason && reasonText(reason))}
                onClick={() => dialogs.show(<ChangeKeyDialog dataset={dataset} />)}
            >
                {actionText("own")}
            </ReasonedButton>
        </div>
    );
};

const summaryText = (count: number, locked: number): string =>
    locked === 0
        ? ngettext("$0 key, and it is loaded", "$0 keys, and all are loaded", count)
        : ngettext("$0 key, $1 not loaded", "$0 keys, $1 not loaded", count, locked);

function dialogFor(action: KeyAction, root: KeyRoot): ReactElement {
    const { dataset } = root;
    switch (action) {
        case "load":
            return <LoadKeyDialog root={root} />;
        case "mount":
            return <MountDialog root={root} />;
        case "test":
            return <TestKeyDialog root={dataset} />;
        case "unload":
            return <UnloadDialog name={dataset.name} roots={[root]} />;
        case "change":
        case "own":
            return <ChangeKeyDialog dataset={dataset} />;
        case "place":
            return <PlaceDialog root={dataset} />;
        case "inherit":
            return (
                <ConfirmChange
                    command={inheritKey(dataset)}
                    title={format(_("Use the key of the parent of $0?"), dataset.name)}
                    text={_(
                        "From then on the key of its parent opens it, and its own opens nothing any more. Nothing is encrypted anew.",
                    )}
                    action={_("Use the key of the parent")}
                />
            );
    }
}
