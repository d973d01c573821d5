// What goes when datasets are destroyed, and what stands in the way, as lines of a dialog.
import { _, format, ngettext } from "../../i18n.ts";
import { formatNames } from "../../ui/dates.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import type { DestroyPlan, HeldSnapshot } from "../../zfs/destroy-plan.ts";
import { formatSize } from "../../zfs/size.ts";
import { countLines, placesOf, shareLines } from "../pool/contents-text.ts";

/** What is lost, exactly: datasets, volumes, snapshots, shares and space. */
export function destroyLossLines({ targets, contents }: DestroyPlan): readonly string[] {
    const places = placesOf(contents);
    const snapshots = targets.reduce((count, target) => count + target.snapshots.length, 0);
    return [
        ...countLines(contents),
        ...(snapshots > 0 ? [ngettext("$0 snapshot", "$0 snapshots", snapshots)] : []),
        ...(places.length > 0 ? [format(_("What is mounted at $0"), formatNames(places))] : []),
        ...shareLines(contents),
        ...spaceLines(targets.map(({ dataset }) => contents.find(({ name }) => name === dataset.name))),
    ];
}

/**
 * What the datasets take with all that is in them. Less comes free where blocks are deduplicated or cloned, or a
 * reservation holds nothing yet; ZFS reckons it for snapshots alone.
 */
function spaceLines(targets: readonly (Dataset | undefined)[]): readonly string[] {
    const sizes = targets.map((target) => target?.used);
    if (sizes.includes(undefined)) return [];
    const total = sizes.reduce<bigint>((sum, used) => sum + (used ?? 0n), 0n);
    return [format(_("Up to $0 come free"), formatSize(total))];
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
