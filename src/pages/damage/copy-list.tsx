import { hostTime } from "../../backend/clock.ts";
import { _, format, ngettext } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { CommandLine } from "../../ui/command-line.tsx";
import { absoluteTime, relativeTime } from "../../ui/dates.ts";
import { useTicks } from "../../ui/use-ticks.ts";
import { copyPath, isSameAs } from "../../zfs/damage.ts";
import type { FoundCopies } from "../../zfs/damage.ts";
import { formatSize } from "../../zfs/size.ts";

interface CopyListProps {
    readonly found: FoundCopies;
    readonly place: { readonly dataset: string; readonly mountpoint: string; readonly path: string };
}

/** Copies of a damaged file, with all that is known of each without reading it. */
export const CopyList = ({
    found: { now, copies, unread },
    place: { dataset, mountpoint, path },
}: CopyListProps) => {
    useTicks();
    return (
        <>
            {copies.length > 0 && (
                <>
                    <p>{_("No damage is known of these copies. To be sure, read one to its end:")}</p>
                    <ul className="zfs-damage" aria-label={_("Copies")}>
                        {copies.map((copy) => (
                            <li key={copy.snapshot}>
                                <span>
                                    <a
                                        href={formatRoute({
                                            screen: "datasets",
                                            dataset,
                                            tab: "snapshots",
                                            snapshot: copy.snapshot,
                                        })}
                                    >
                                        {copy.snapshot}
                                    </a>
                                    {": "}
                                    {format(
                                        _("$0, changed $1 ($2)"),
                                        formatSize(BigInt(copy.size)),
                                        absoluteTime(copy.time),
                                        relativeTime(copy.time, hostTime()),
                                    )}
                                </span>
                                {isSameAs(copy, now) && (
                                    <span className="zfs-quiet">
                                        {_(
                                            "As old and as large as the damaged file: it may well be the same blocks.",
                                        )}
                                    </span>
                                )}
                                <span>
                                    <CommandLine line={copyPath(mountpoint, copy.snapshot, path)} />
                                </span>
                            </li>
                        ))}
                    </ul>
                </>
            )}
            {unread.length > 0 && (
                <p>
                    {ngettext(
                        "$0 snapshot could not be read: $1",
                        "$0 snapshots could not be read: $1",
                        unread.length,
                        [...new Set(unread.map(({ error }) => error))].join(", "),
                    )}
                </p>
            )}
        </>
    );
};
