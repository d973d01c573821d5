// What goes when datasets are destroyed, and what stands in the way, as lines of a dialog.
import { _, format, ngettext } from "../../i18n.ts";
import { formatNames } from "../../ui/dates.ts";
import type { DestroyPlan, HeldSnapshot } from "../../zfs/destroy-plan.ts";
import { formatSize } from "../../zfs/size.ts";
import { countLines, placesOf, shareLines } from "../pool/contents-text.ts";

/** What is lost, exactly: datasets, volumes, snapshots and shares. */
export function destroyLossLines({ targets, contents }: DestroyPlan): readonly string[] {
    const places = placesOf(contents);
    const snapshots = targets.reduce((count, target) => count + target.snapshots.length, 0);
    return [
        ...countLines(contents),
        ...(snapshots > 0 ? [ngettext("$0 snapshot", "$0 snapshots", snapshots)] : []),
        ...(places.length > 0 ? [format(_("What is mounted at $0"), formatNames(places))] : []),
        ...shareLines(contents),
    ];
}

/**
 * What the datasets take with all that is in them; undefined where it is not known. Less is freed where blocks are
 * deduplicated or cloned, or a reservation holds nothing yet; ZFS reckons it for snapshots alone.
 */
export function freedText({ targets, contents }: DestroyPlan): string | undefined {
    const sizes = targets.map(({ dataset }) => contents.find(({ name }) => name === dataset.name)?.used);
    if (sizes.includes(undefined)) return undefined;
    const total = sizes.reduce<bigint>((sum, used) => sum + (used ?? 0n), 0n);
    return format(_("Frees up to $0"), formatSize(total));
}

/** A snapshot that is held, and by whom. */
export const heldLine = ({ name, tags }: HeldSnapshot): string =>
    tags.length > 0 ? format(_("$0 is held by $1"), name, formatNames(tags.map(quoted))) : name;

const quoted = (tag: string): string => format(_("“$0”"), tag);

/** What the button does, and to how many. */
export const destroyActionText = ({ contents, targets }: DestroyPlan): string => {
    const [only] = targets;
    return contents.length === 1 && only
        ? format(_("Destroy $0"), only.dataset.name)
        : ngettext("Destroy $0 dataset", "Destroy $0 datasets", contents.length);
};
