import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { ExpandableSection } from "@patternfly/react-core/dist/esm/components/ExpandableSection/index.js";

import { readDryRun } from "../../backend/dry-run.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { RawText } from "../../ui/raw-text.tsx";
import { useSettled } from "../../ui/use-settled.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";

/** What ZFS says that it would create, once the person has stopped typing. */
export const CreateTrial = ({ dryRun }: { readonly dryRun: readonly string[] }) => {
    const line = useSettled(shellQuote(dryRun));
    // what is tried is what settled: the list that the line was made of
    const answer = useAnswer(
        () => (line === shellQuote(dryRun) ? readDryRun(dryRun) : new Promise<string>(() => undefined)),
        line,
    );
    switch (answer.kind) {
        case "waiting":
            return null;
        case "failed":
            return (
                <Alert component="p" variant="warning" isInline title={_("ZFS refuses this")}>
                    <RawText text={answer.error.message} />
                </Alert>
            );
        case "ready":
            return (
                <ExpandableSection toggleText={_("What ZFS says that it would create")} className="zfs-words">
                    <RawText text={answer.value.trim()} />
                </ExpandableSection>
            );
    }
};
