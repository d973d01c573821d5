import { _ } from "../../i18n.ts";
import type { BatchItem } from "../../store/batch.ts";
import { RawText } from "../../ui/raw-text.tsx";
import { ResultTable } from "../../ui/result-table.tsx";
import { BatchProgress } from "../change/batch-progress.tsx";
import { noticeOf } from "../change/notice.ts";
import type { BatchInDialog } from "../change/use-batch.ts";

import { batchResultText, itemStateText } from "./batch-text.ts";

/** How far what is done to many datasets has come, and what has become of each; nothing before it has begun. */
export const BatchResults = ({ batch }: { readonly batch: BatchInDialog }) => {
    const { items, phase } = batch;
    if (phase === "before") return null;
    const failed = items.filter(({ state }) => state === "failed");
    return (
        <>
            <BatchProgress batch={batch} label={batchResultText(items)} />
            <ResultTable
                of={_("Dataset")}
                label={_("What became of each dataset")}
                items={[...failed, ...items.filter(({ state }) => state !== "failed")]}
                {...{ nameOf, resultOf }}
            />
        </>
    );
};

const nameOf = ({ command }: BatchItem): string => command.argv.at(-1) ?? "";

function resultOf(item: BatchItem) {
    const change = item.tries.at(-1);
    const notice = change && noticeOf(change);
    return (
        <>
            {itemStateText(item)}
            {notice?.sentences?.map((sentence) => (
                <p key={sentence}>{sentence}</p>
            ))}
            {notice?.raw && <RawText text={notice.raw} />}
        </>
    );
}
