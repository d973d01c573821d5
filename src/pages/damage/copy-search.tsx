import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { useState } from "react";

import { findCopies, findSnapshots } from "../../backend/copies.ts";
import type { Search } from "../../backend/copies.ts";
import { _, format, ngettext } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { Waiting } from "../../ui/waiting.tsx";
import { Problem } from "../problem.tsx";

import { CopyList } from "./copy-list.tsx";

interface CopySearchProps {
    readonly path: string;
    /** All that is damaged in the pool. */
    readonly paths: readonly string[];
}

/** Looks for a damaged file in the snapshots of its filesystem. */
export const CopySearch = ({ path, paths }: CopySearchProps) => {
    const answer = useAnswer(() => findSnapshots(path, paths), path);
    switch (answer.kind) {
        case "waiting":
            return <Waiting what={_("Waiting for ZFS to list the snapshots")} lines={2} />;
        case "failed":
            return <Problem title={_("The snapshots cannot be listed")} error={answer.error} />;
        case "ready":
            return <Searched search={answer.value} />;
    }
};

const Searched = ({ search }: { readonly search: Search }) => {
    switch (search.kind) {
        case "object":
            return <p>{_("Where it is mounted could not be found out.")}</p>;
        case "unmounted":
            return (
                <p>
                    {format(
                        _("$0 is not mounted. Its snapshots can be looked into when it is."),
                        search.dataset,
                    )}
                </p>
            );
        case "file":
            if (search.snapshots.length === 0)
                return (
                    <p>
                        {format(
                            _("$0 has no snapshot, or the file is damaged in each of them."),
                            search.dataset,
                        )}
                    </p>
                );
            return <Portion search={search} skipped={0} />;
    }
};

interface PortionProps {
    readonly search: Search & { readonly kind: "file" };
    /** Snapshots that were looked into before. */
    readonly skipped: number;
}

/** What is in the next of the snapshots, and the way to the rest. */
const Portion = ({ search, skipped }: PortionProps) => {
    const [isLast, setLast] = useState(true);
    const answer = useAnswer(() => findCopies(search, skipped), String(skipped));
    switch (answer.kind) {
        case "waiting":
            return <Waiting what={_("Looking for the file in the snapshots")} lines={2} />;
        case "failed":
            return <Problem title={_("The snapshots cannot be read")} error={answer.error} />;
        case "ready": {
            const { searched, ...found } = answer.value;
            const left = search.snapshots.length - searched;
            return (
                <>
                    {found.copies.length === 0 && (
                        <p>
                            {ngettext(
                                "It is not in the one snapshot that was looked into.",
                                "It is in none of the $0 snapshots that were looked into.",
                                searched - skipped,
                            )}
                        </p>
                    )}
                    <CopyList found={found} place={search} />
                    {left > 0 && isLast && (
                        <Button variant="link" isInline onClick={() => setLast(false)}>
                            {ngettext("Look into $0 older snapshot", "Look into $0 older snapshots", left)}
                        </Button>
                    )}
                    {!isLast && <Portion search={search} skipped={searched} />}
                </>
            );
        }
    }
};
