import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";

import { _, ngettext } from "../../i18n.ts";
import { formatList } from "../../ui/dates.ts";
import { ResultTable } from "../../ui/result-table.tsx";
import type { BatchResult } from "../../zfs/batch-results.ts";
import { groupBy } from "../../zfs/group-by.ts";
import { differenceText } from "../change/difference-text.ts";

/** What became of each dataset of a batch: those first that need a person. */
export const BatchResults = ({ results }: { readonly results: readonly BatchResult[] }) => {
    const counts = groupBy(results, ({ state }) => state);
    const order = ["failed", "unknown", "notRun", "none", "done"] as const;
    const sorted = order.flatMap((state) => counts.get(state) ?? []);
    const isGood = !(counts.has("failed") || counts.has("unknown") || counts.has("notRun"));
    return (
        <div className="zfs-stack">
            <Alert
                component="p"
                isInline
                variant={isGood ? "success" : "warning"}
                title={formatList(
                    order
                        .toReversed()
                        .flatMap((state) =>
                            counts.has(state) ? [countText(state, counts.get(state)?.length ?? 0)] : [],
                        ),
                )}
            />
            <ResultTable
                of={_("Dataset")}
                label={_("What became of each dataset")}
                items={sorted}
                {...{ nameOf, resultOf }}
            />
        </div>
    );
};

const nameOf = ({ dataset }: BatchResult): string => dataset;

function resultOf({ state, words, changed }: BatchResult): string {
    const lines = [...changed.map(differenceText), ...words];
    return lines.length > 0 ? lines.join("\n") : stateText(state);
}

function countText(state: BatchResult["state"], count: number): string {
    switch (state) {
        case "done":
            return ngettext("$0 dataset changed", "$0 datasets changed", count);
        case "failed":
            return ngettext("$0 not changed", "$0 not changed", count);
        case "unknown":
            return ngettext("$0 not known", "$0 not known", count);
        case "notRun":
            return ngettext("$0 not begun", "$0 not begun", count);
        case "none":
            return ngettext("$0 without the property", "$0 without the property", count);
    }
}

function stateText(state: BatchResult["state"]): string {
    switch (state) {
        case "done":
            return _("Changed");
        case "failed":
            return _("Not changed");
        case "unknown":
            return _("Nobody knows whether it was changed");
        case "notRun":
            return _("Not begun");
        case "none":
            return _("It has no such property");
    }
}
