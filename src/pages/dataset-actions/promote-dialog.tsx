import { useDialogs } from "dialogs";
import type { ReactElement } from "react";

import { readReferenced, readSnapshotChoices } from "../../backend/dataset-facts.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { useDatasetNews } from "../../store/hooks.ts";
import { formatNames } from "../../ui/dates.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import { promoteDataset } from "../../zfs/commands/dataset-life.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { snapshotOwner } from "../../zfs/destroy-plan.ts";
import { promotionOf } from "../../zfs/promotion.ts";
import type { Promotion } from "../../zfs/promotion.ts";
import { useChange } from "../change/use-change.tsx";
import { Problem } from "../problem.tsx";

import { clashText, promotionFacts } from "./promotion-text.ts";
import { useDatasetList } from "./use-datasets.ts";

interface PromoteDialogProps {
    readonly dataset: Dataset;
    /** What is shown afterwards; nothing, if not said. */
    readonly next?: (() => ReactElement) | undefined;
}

/** Makes a clone the owner of what it shares with its origin, once the person has seen what changes hands. */
export const PromoteDialog = ({ dataset, next }: PromoteDialogProps) => {
    const { name, origin = "" } = dataset;
    const dialogs = useDialogs();
    const datasets = useDatasetList();
    const answer = useAnswer(() => readPromotion(name, origin), `${useDatasetNews()} ${name} ${origin}`);
    const promotion =
        answer.kind === "ready" ? promotionOf(name, origin, { ...answer.value, datasets }) : undefined;
    const isReady = promotion !== undefined && promotion.clashing.length === 0;
    const change = useChange(isReady ? promoteDataset(dataset, origin, promotion.moving) : undefined, {
        onDone: () => {
            dialogs.close();
            if (next) dialogs.show(next());
        },
    });
    return (
        <FormDialog
            {...change}
            variant="warning"
            title={format(_("Promote $0?"), name)}
            action={_("Promote")}
            isReady={isReady}
        >
            <p>
                {format(
                    _(
                        "$0 was cloned from $1. After this it stands for itself: the snapshots that both are made of are its own, and $2 is the clone. No data is copied or lost.",
                    ),
                    name,
                    origin,
                    snapshotOwner(origin),
                )}
            </p>
            {answer.kind === "waiting" && <Waiting what={_("Finding out what changes hands")} lines={3} />}
            {answer.kind === "failed" && (
                <Problem title={_("What changes hands could not be found out")} error={answer.error} />
            )}
            {answer.kind === "ready" && promotion && (
                <Picture promotion={promotion} clone={name} size={answer.value.size} />
            )}
        </FormDialog>
    );
};

async function readPromotion(clone: string, origin: string) {
    const [theirs, own, size] = await Promise.all([
        readSnapshotChoices(snapshotOwner(origin)),
        readSnapshotChoices(clone),
        readReferenced(origin),
    ]);
    return { theirs, own, size };
}

interface PictureProps {
    readonly promotion: Promotion;
    readonly clone: string;
    /** Bytes to which the origin refers. */
    readonly size: bigint | undefined;
}

const Picture = ({ promotion, clone, size }: PictureProps) => (
    <>
        <FactList facts={promotionFacts(promotion, clone, size)} />
        {promotion.clashing.length > 0 && (
            <p role="alert">{clashText(formatNames(promotion.clashing), clone)}</p>
        )}
    </>
);
