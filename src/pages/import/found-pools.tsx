import SearchIcon from "@patternfly/react-icons/dist/esm/icons/search-icon.js";
import { EmptyStatePanel } from "cockpit-components-empty-state";

import { readImportable } from "../../backend/import.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { Waiting } from "../../ui/waiting.tsx";
import type { ImportSearch } from "../../zfs/import-search.ts";
import type { PoolUsage } from "../../zfs/model.ts";
import { Problem } from "../problem.tsx";

import { FoundPool } from "./found-pool.tsx";

interface FoundPoolsProps {
    readonly search: ImportSearch;
    readonly imported: readonly PoolUsage[];
}

/** The pools that a search found; it is not done again by itself, as it opens every disk. */
export const FoundPools = ({ search, imported }: FoundPoolsProps) => {
    const answer = useAnswer(() => readImportable(search), JSON.stringify(search));
    switch (answer.kind) {
        case "waiting":
            return (
                <>
                    <p role="status">
                        {search.directories.length === 0
                            ? _("Looking at all disks; some may have to spin up first.")
                            : _("Looking in the directories given; disks may have to spin up first.")}
                    </p>
                    <Waiting what={_("Waiting for ZFS to look for pools")} />
                </>
            );
        case "failed":
            return <Problem title={_("The pools on the disks cannot be listed")} error={answer.error} />;
        case "ready":
            if (answer.value.length === 0)
                return (
                    <EmptyStatePanel
                        icon={SearchIcon}
                        headingLevel="h2"
                        title={_("No pools found")}
                        paragraph={
                            search.isForDestroyed
                                ? _("No destroyed pool is left that could be imported.")
                                : _(
                                      "Pools that are imported already are not listed. Pools in files are found in their directory only.",
                                  )
                        }
                    />
                );
            return (
                <ul className="zfs-stack" aria-label={_("Pools found")}>
                    {answer.value.map((pool) => (
                        <li key={pool.guid}>
                            <FoundPool pool={pool} search={search} imported={imported} />
                        </li>
                    ))}
                </ul>
            );
    }
};
