import { _, format, ngettext } from "../../i18n.ts";
import { datasets } from "../../store/datasets.ts";
import { useStore } from "../../store/hooks.ts";
import { ConfirmDialog } from "../../ui/dialogs/confirm-dialog.tsx";
import { Points } from "../../ui/points.tsx";
import { unmountDataset } from "../../zfs/commands/dataset-use.ts";
import { unloadKey } from "../../zfs/commands/keys.ts";
import { legacyOf, openedBy, toUnmount } from "../../zfs/key-map.ts";
import type { KeyRoot } from "../../zfs/key-map.ts";

import { useChain } from "./use-chain.ts";

/** Forgets the key of an encryption root, and unmounts before what is mounted of it. */
export const UnloadDialog = ({ root }: { readonly root: KeyRoot }) => {
    const state = useStore(datasets);
    const { name } = root.dataset;
    const mounted = toUnmount(root, state.kind === "ready" ? state.datasets : openedBy(root));
    const change = useChain([...mounted.map((one) => unmountDataset(one)), unloadKey(root.dataset)]);
    const count = openedBy(root).length;
    const legacy = legacyOf(root);
    return (
        <ConfirmDialog
            {...change}
            title={format(_("Unload the key of $0?"), name)}
            text={ngettext(
                "Nothing of $0 dataset can be read or written until the key is loaded again.",
                "Nothing of $0 datasets can be read or written until the key is loaded again.",
                count,
            )}
            action={mounted.length > 0 ? _("Unmount and unload the key") : _("Unload the key")}
            isReady={legacy.length === 0}
        >
            {legacy.length > 0 && (
                <div>
                    <p className="zfs-headline">{_("Unmount these with umount(8) first")}</p>
                    <Points
                        label={_("Unmount these with umount(8) first")}
                        points={legacy.map(({ name: one }) =>
                            format(_("$0: its property mountpoint is legacy"), one),
                        )}
                    />
                </div>
            )}
            {mounted.length > 0 && (
                <div>
                    <p className="zfs-headline">{_("Unmounted before, and not shared any more")}</p>
                    <Points
                        label={_("Unmounted before, and not shared any more")}
                        points={mounted.map((one) => format(_("$0 at $1"), one.name, one.mountpoint ?? ""))}
                    />
                </div>
            )}
        </ConfirmDialog>
    );
};
