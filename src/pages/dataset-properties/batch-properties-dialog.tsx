import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { useDialogs } from "dialogs";
import { useId, useState } from "react";

import { readModule } from "../../backend/module.ts";
import { _, ngettext } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { batchSteps } from "../../zfs/batch-steps.ts";
import { cutsVolume } from "../../zfs/dataset-values.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import type { ModuleFacts } from "../../zfs/module.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";
import { Problem } from "../problem.tsx";

import { editsOf, emptyDraft } from "./batch-draft.ts";
import type { EditDraft } from "./batch-draft.ts";
import { BatchEditField } from "./batch-edit-field.tsx";
import { BatchProgress } from "./batch-progress.tsx";
import { BatchResults } from "./batch-results.tsx";
import { useBatch } from "./use-batch.ts";
import type { BatchState } from "./use-batch.ts";

/** Sets or inherits the same properties for many datasets. */
export default function BatchPropertiesDialog({ datasets }: { readonly datasets: readonly Dataset[] }) {
    const facts = useAnswer(readModule, "module");
    switch (facts.kind) {
        case "waiting":
            return null;
        case "failed":
            return <Problem title={_("What this ZFS can set could not be found out")} error={facts.error} />;
        case "ready":
            return <BatchForm datasets={datasets} rules={facts.value.datasetProperties} />;
    }
}

interface BatchFormProps {
    readonly datasets: readonly Dataset[];
    readonly rules: ModuleFacts["datasetProperties"];
}

const BatchForm = ({ datasets: all, rules }: BatchFormProps) => {
    const dialogs = useDialogs();
    const [datasets, setDatasets] = useState(all);
    const [drafts, setDrafts] = useState<readonly EditDraft[]>([emptyDraft(0)]);
    const { state, start, stop } = useBatch();
    const id = useId();
    const edits = editsOf(drafts, datasets, rules);
    const steps = edits && batchSteps(datasets, edits, rules);
    const failed = state.kind === "ended" ? state.results.filter(({ state: end }) => isRetried(end)) : [];
    const isCut = edits?.some(({ name, value }) =>
        datasets.some((one) => cutsVolume(name, value ?? "", one)),
    );
    const again = new Set(failed.map(({ dataset }) => dataset));
    const retried = datasets.filter(({ name }) => again.has(name));
    const next = edits && state.kind === "ended" ? batchSteps(retried, edits, rules) : steps;

    const act = () => {
        if (!edits || !next) return;
        const chosen = state.kind === "ended" ? retried : datasets;
        setDatasets(chosen);
        void start(chosen, edits, next);
    };
    return (
        <FormDialog
            title={ngettext("Properties of $0 dataset", "Properties of $0 datasets", datasets.length)}
            action={actionText(state, datasets.length, retried.length)}
            line={next?.map((step) => shellQuote(step.build(step.datasets).argv)).join("\n") || undefined}
            isReady={next !== undefined && next.length > 0 && !isCut}
            isBusy={state.kind === "running"}
            focus={`${id}-0`}
            notice={
                state.kind === "running" ? (
                    <BatchProgress state={state} onStop={stop} />
                ) : (
                    state.kind === "ended" && <BatchResults results={state.results} />
                )
            }
            onAction={act}
            onClose={dialogs.close}
            closing={state.kind === "ended" ? _("Close") : undefined}
        >
            {state.kind === "idle" ? (
                <>
                    {drafts.map((draft) => (
                        <BatchEditField
                            key={draft.key}
                            id={`${id}-${draft.key}`}
                            {...{ draft, datasets, rules }}
                            taken={drafts.filter((other) => other !== draft).map(({ name }) => name)}
                            onDraft={(next) => setDrafts(drafts.map((one) => (one === draft ? next : one)))}
                            onRemove={
                                drafts.length > 1
                                    ? () => setDrafts(drafts.filter((one) => one !== draft))
                                    : undefined
                            }
                        />
                    ))}
                    {isCut && (
                        <p>
                            {_("Volumes are made smaller one by one: what is beyond their new end is lost.")}
                        </p>
                    )}
                    <div>
                        <Button
                            variant="link"
                            isInline
                            onClick={() => setDrafts([...drafts, emptyDraft((drafts.at(-1)?.key ?? 0) + 1)])}
                        >
                            {_("Another property…")}
                        </Button>
                    </div>
                </>
            ) : (
                state.kind === "running" && (
                    <p>{_("When this is closed, the command that runs goes on, and no other is begun.")}</p>
                )
            )}
        </FormDialog>
    );
};

const actionText = ({ kind }: BatchState, count: number, failed: number): string =>
    kind === "ended" && failed > 0
        ? ngettext("Try again for $0 dataset", "Try again for $0 datasets", failed)
        : ngettext("Change $0 dataset", "Change $0 datasets", count);

/** What another try could still do. */
const isRetried = (end: string): boolean => end === "failed" || end === "notRun" || end === "unknown";
