import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { Points } from "../../ui/points.tsx";
import { mountDataset } from "../../zfs/commands/dataset-use.ts";
import { mountableOf } from "../../zfs/key-map.ts";
import type { KeyRoot } from "../../zfs/key-map.ts";
import { HiddenFolders, asFolder, useHiddenFolders } from "../dataset-actions/hidden-folders.tsx";

import { useChain } from "./use-chain.ts";

/** Mounts what a loaded key has opened. */
export const MountDialog = ({ root }: { readonly root: KeyRoot }) => {
    const mountable = mountableOf(root);
    const change = useChain(mountable.map(mountDataset));
    const hidden = useHiddenFolders(mountable.flatMap(({ mountpoint }) => asFolder(mountpoint) ?? []));
    return (
        <FormDialog
            {...change}
            title={format(_("Mount what the key of $0 opens"), root.dataset.name)}
            action={_("Mount")}
            isReady={mountable.length > 0 || change.done > 0}
        >
            <Points
                label={_("Filesystems")}
                points={mountable.map((one) => format(_("$0 at $1"), one.name, one.mountpoint ?? ""))}
            />
            <HiddenFolders folders={hidden} />
        </FormDialog>
    );
};
