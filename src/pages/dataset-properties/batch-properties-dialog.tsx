import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { useDialogs } from "dialogs";
import { useId, useState } from "react";

import { readModule } from "../../backend/module.ts";
import { _, ngettext } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { hasEnded } from "../../store/batch.ts";
import type { BatchItem } from "../../store/batch.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { MessageDialog } from "../../ui/dialogs/message-dialog.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import { batchSteps, progressOf } from "../../zfs/batch-steps.ts";
import type { BatchStep } from "../../zfs/batch-steps.ts";
import { cutsVolume } from "../../zfs/dataset-values.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import type { ModuleFacts } from "../../zfs/module.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";
import { BatchProgress } from "../change/batch-progress.tsx";
import { Problem } from "../problem.tsx";

import { editsOf, emptyDraft } from "./batch-draft.ts";
import type { EditDraft } from "./batch-draft.ts";
import { BatchEditField } from "./batch-edit-field.tsx";
import { BatchResults } from "./batch-results.tsx";
import { usePropertyBatch } from "./use-property-batch.ts";

/** Sets or inherits the same properties for many datasets. */
export const BatchPropertiesDialog = ({ datasets }: { readonly datasets: readonly Dataset[] }) => {
    const dialogs = useDialogs();
    const facts = useAnswer(readModule, "module");
    if (facts.kind === "ready")
        return <BatchForm datasets={datasets} rules={facts.value.datasetProperties} />;
    return (
        <MessageDialog title={titleText(datasets)} onClose={dialogs.close}>
            {facts.kind === "waiting" ? (
                <Waiting what={_("Finding out what this ZFS can set")} />
            ) : (
                <Problem title={_("What this ZFS can set could not be found out")} error={facts.error} />
            )}
        </MessageDialog>
    );
};

const titleText = ({ length }: readonly Dataset[]): string =>
    ngettext("Properties of $0 dataset", "Properties of $0 datasets", length);

interface BatchFormProps {
    readonly datasets: readonly Dataset[];
    readonly rules: ModuleFacts["datasetProperties"];
}

const BatchForm = ({ datasets: all, rules }: BatchFormProps) => {
    const dialogs = useDialogs();
    const [datasets, setDatasets] = useState(all);
    const [drafts, setDrafts] = useState<readonly EditDraft[]>([emptyDraft(0)]);
    const { batch, results, isRunning, start } = usePropertyBatch();
    const id = useId();
    const edits = editsOf(drafts, datasets, rules);
    const steps = edits && batchSteps(datasets, edits, rules);
    const failed = results?.filter(({ state }) => isRetried(state)) ?? [];
    const isCut = edits?.some(({ name, value }) =>
        datasets.some(({ volsize }) => cutsVolume(name, value ?? "", volsize)),
    );
    const again = new Set(failed.map(({ dataset }) => dataset));
    const retried = datasets.filter(({ name }) => again.has(name));
    const next = edits && results ? batchSteps(retried, edits, rules) : steps;

    const act = () => {
        if (!edits || !next) return;
        const chosen = results ? retried : datasets;
        setDatasets(chosen);
        void start(chosen, edits, next);
    };
    return (
        <FormDialog
            title={titleText(datasets)}
            action={actionText(datasets.length, retried.length)}
            line={next?.map((step) => shellQuote(step.build(step.datasets).argv)).join("\n") || undefined}
            isReady={next !== undefined && next.length > 0 && !isCut}
            isBusy={isRunning}
            focus={`${id}-0`}
            notice={
                isRunning ? (
                    <div className="zfs-stack">
                        <BatchProgress batch={batch} label={progressText(steps ?? [], batch.items)} />
                    </div>
                ) : (
                    results && <BatchResults results={results} />
                )
            }
            onAction={act}
            onClose={dialogs.close}
            closing={results ? _("Close") : undefined}
        >
            {batch.phase === "before" ? (
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
                isRunning && (
                    <p>{_("When this is closed, the command that runs goes on, and no other is begun.")}</p>
                )
            )}
        </FormDialog>
    );
};

function progressText(steps: readonly BatchStep[], items: readonly BatchItem[]): string {
    const { all, finished } = progressOf(steps, items.map(hasEnded));
    return ngettext("Gone through $1 of $0 dataset", "Gone through $1 of $0 datasets", all, finished);
}

/** `failed`: how many were not done. */
const actionText = (count: number, failed: number): string =>
    failed > 0
        ? ngettext("Try again for $0 dataset", "Try again for $0 datasets", failed)
        : ngettext("Change $0 dataset", "Change $0 datasets", count);

/** What another try could still do. */
const isRetried = (end: string): boolean => end === "failed" || end === "notRun" || end === "unknown";
