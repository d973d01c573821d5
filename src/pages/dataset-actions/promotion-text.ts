// What changes hands when a clone is promoted, in words.
import { _, format, ngettext } from "../../i18n.ts";
import { formatNames } from "../../ui/dates.ts";
import type { Fact } from "../../ui/fact-list.tsx";
import type { Promotion } from "../../zfs/promotion.ts";
import { formatSize } from "../../zfs/size.ts";

/**
 * What moves, what it takes, and whose origin is another one afterwards.
 *
 * @param size bytes to which the snapshot refers from which it was cloned
 */
export function promotionFacts(
    { origin, moving, others }: Promotion,
    clone: string,
    size: bigint | undefined,
): readonly Fact[] {
    const labels = moving.map(({ name }) => name.slice(name.indexOf("@") + 1));
    const last = labels.at(-1) ?? "";
    return [
        [
            ngettext("$0 snapshot moves", "$0 snapshots move", moving.length),
            format(_("From $0 to $1: $2"), origin, clone, formatNames(labels)),
        ],
        [
            _("Space"),
            size === undefined
                ? ""
                : format(
                      _("$0, and what older snapshots keep, count for $1 and its quota from then on"),
                      formatSize(size),
                      clone,
                  ),
        ],
        [_("Clone afterwards"), format(_("$0, of $1"), origin, `${clone}@${last}`)],
        [
            _("Other clones of these snapshots"),
            others.length > 0 ? formatNames(others.map(({ name }) => name)) : "",
        ],
    ];
}

/** Why ZFS would refuse: both have snapshots of the same names. */
export const clashText = (labels: string, clone: string): string =>
    format(_("$0 has snapshots of the same names: $1. Rename or destroy them first."), clone, labels);
