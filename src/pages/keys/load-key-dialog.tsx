import { useId } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import type { KeyRoot } from "../../zfs/key-map.ts";

import { useLoadKey } from "./use-load-key.tsx";

/** Loads the key of one encryption root, and mounts what it opens. */
export const LoadKeyDialog = ({ root }: { readonly root: KeyRoot }) => {
    const id = useId();
    const { fields, ...shown } = useLoadKey(root, { id, isMounting: true });
    return (
        <FormDialog {...shown} title={format(_("Load the key of $0"), root.dataset.name)} focus={id}>
            {fields}
        </FormDialog>
    );
};
