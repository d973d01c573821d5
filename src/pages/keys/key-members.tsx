import { ExpandableSection } from "@patternfly/react-core/dist/esm/components/ExpandableSection/index.js";
import { useState } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { mountedAt } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { openedBy } from "../../zfs/key-map.ts";
import type { KeyRoot } from "../../zfs/key-map.ts";

/** As many are listed; the tree of datasets is the place for more. */
const listed = 200;

/** What a key opens: how many, and which, one click below. */
export const KeyMembers = ({ root, summary }: { readonly root: KeyRoot; readonly summary: string }) => {
    const [isOpen, setOpen] = useState(false);
    const opened = openedBy(root);
    if (opened.length === 1) return <>{format(_("this one alone: $0"), placeText(root.dataset))}</>;
    const more = opened.length - listed;
    return (
        <ExpandableSection
            toggleText={summary}
            className="zfs-words"
            isExpanded={isOpen}
            onToggle={(_event, isExpanded) => setOpen(isExpanded)}
        >
            {isOpen && (
                <ul className="zfs-points">
                    {opened.slice(0, listed).map((dataset) => (
                        <li key={dataset.guid}>
                            <a href={formatRoute({ screen: "datasets", dataset: dataset.name, tab: "keys" })}>
                                {dataset.name}
                            </a>{" "}
                            <span className="zfs-quiet">{placeText(dataset)}</span>
                        </li>
                    ))}
                    {more > 0 && <li>{ngettext("$0 more", "$0 more", more)}</li>}
                </ul>
            )}
        </ExpandableSection>
    );
};

/** Where it is mounted, or that it is not. */
function placeText(dataset: Dataset): string {
    if (dataset.type === "volume") return _("volume");
    return dataset.mounted ? (mountedAt(dataset) ?? dataset.mountpoint ?? "") : _("not mounted");
}
