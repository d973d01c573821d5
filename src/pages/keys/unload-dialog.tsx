import { _, format, ngettext } from "../../i18n.ts";
import { datasets } from "../../store/datasets.ts";
import { useStore } from "../../store/hooks.ts";
import { ConfirmDialog } from "../../ui/dialogs/confirm-dialog.tsx";
import { firstOf } from "../../ui/first-of.ts";
import { Points } from "../../ui/points.tsx";
import { unmountDataset } from "../../zfs/commands/dataset-use.ts";
import { unloadKey } from "../../zfs/commands/keys.ts";
import { mountedAt } from "../../zfs/dataset.ts";
import { legacyOf, openedBy, toUnmount } from "../../zfs/key-map.ts";
import type { KeyRoot } from "../../zfs/key-map.ts";

import { useChain } from "./use-chain.ts";

interface UnloadDialogProps {
    /** What the person asked it of. */
    readonly name: string;
    /** The encryption roots whose keys go, each after those that lie in it. */
    readonly roots: readonly KeyRoot[];
}

/** As many names are listed; nobody reads more. */
const listed = 200;

/** Forgets keys of encryption roots, and unmounts before what is mounted of them. */
export const UnloadDialog = ({ name, roots }: UnloadDialogProps) => {
    const state = useStore(datasets);
    const opened = roots.flatMap(openedBy);
    const mounted = toUnmount(roots, state.kind === "ready" ? state.datasets : opened);
    const change = useChain([
        ...mounted.map((one) => unmountDataset(one)),
        ...roots.map(({ dataset }) => unloadKey(dataset)),
    ]);
    const isOne = roots.length === 1;
    const legacy = roots.flatMap(legacyOf);
    return (
        <ConfirmDialog
            {...change}
            title={
                isOne
                    ? format(_("Unload the key of $0?"), name)
                    : ngettext("Unload $0 key in $1?", "Unload $0 keys in $1?", roots.length, name)
            }
            text={goneText(opened.length, isOne)}
            action={actionText(isOne, mounted.length > 0)}
            isReady={legacy.length === 0}
        >
            {legacy.length > 0 && (
                <List
                    title={_("Unmount these with umount(8) first")}
                    points={legacy.map(({ name: one }) =>
                        format(_("$0: its property mountpoint is legacy"), one),
                    )}
                />
            )}
            {mounted.length > 0 && (
                <List
                    title={_("Unmounted first, and no longer shared")}
                    points={mounted.map((one) => format(_("$0 at $1"), one.name, mountedAt(one) ?? ""))}
                />
            )}
            {!isOne && (
                <List
                    title={_("Locked afterwards")}
                    points={roots.flatMap((root) => openedBy(root).map((one) => openedText(one.name, root)))}
                />
            )}
        </ConfirmDialog>
    );
};

const List = ({ title, points }: { readonly title: string; readonly points: readonly string[] }) => (
    <div>
        <p className="zfs-headline">{title}</p>
        <Points label={title} points={firstOf(points, listed)} />
    </div>
);

const goneText = (count: number, isOne: boolean): string =>
    isOne
        ? ngettext(
              "$0 dataset cannot be read or written until the key is loaded again.",
              "$0 datasets cannot be read or written until the key is loaded again.",
              count,
          )
        : ngettext(
              "$0 dataset cannot be read or written until the keys are loaded again.",
              "$0 datasets cannot be read or written until the keys are loaded again.",
              count,
          );

function actionText(isOne: boolean, isMounted: boolean): string {
    if (isOne) return isMounted ? _("Unmount and unload the key") : _("Unload the key");
    return isMounted ? _("Unmount and unload the keys") : _("Unload the keys");
}

const openedText = (name: string, { dataset }: KeyRoot): string =>
    name === dataset.name ? name : format(_("$0 (key of $1)"), name, dataset.name);
