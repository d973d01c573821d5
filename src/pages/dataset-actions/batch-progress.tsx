import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table/dist/esm/components/Table/index.js";
import { memo } from "react";

import { _, format } from "../../i18n.ts";
import { hasEnded } from "../../store/batch.ts";
import type { BatchItem } from "../../store/batch.ts";
import { RawText } from "../../ui/raw-text.tsx";
import { UsageBar } from "../../ui/usage-bar.tsx";
import { noticeOf } from "../change/notice.ts";

import { batchResultText, itemStateText } from "./batch-text.ts";
import type { BatchInDialog } from "./use-batch.ts";

/** Rows that are drawn; those that failed come first. */
const shown = 500;

/** How far many changes have come, and what has become of each. */
export const BatchProgress = ({ batch: { items, phase, stop } }: { readonly batch: BatchInDialog }) => {
    if (phase === "before") return null;
    const ended = items.filter(hasEnded).length;
    const failed = items.filter(({ state }) => state === "failed");
    const rows = [...failed, ...items.filter(({ state }) => state !== "failed")];
    return (
        <>
            <div aria-live="polite">
                <UsageBar
                    percent={(100 * ended) / Math.max(items.length, 1)}
                    label={batchResultText(items)}
                    {...(failed.length > 0 && { level: "danger" as const })}
                />
            </div>
            {phase === "running" && (
                <div>
                    <Button variant="secondary" onClick={stop}>
                        {_("Stop after this one")}
                    </Button>
                </div>
            )}
            <div className="zfs-batch">
                <Table variant="compact" gridBreakPoint="" aria-label={_("What has become of each")}>
                    <Thead>
                        <Tr>
                            <Th>{_("Dataset")}</Th>
                            <Th>{_("Result")}</Th>
                        </Tr>
                    </Thead>
                    <Tbody>
                        {rows.slice(0, shown).map((item) => (
                            <Result key={nameOf(item)} item={item} />
                        ))}
                    </Tbody>
                </Table>
            </div>
            {rows.length > shown && <p>{format(_("and $0 more"), rows.length - shown)}</p>}
        </>
    );
};

const nameOf = ({ command }: BatchItem): string => command.argv.at(-1) ?? "";

/** Not drawn again because another one has ended: there may be hundreds. */
const Result = memo(function Result({ item }: { readonly item: BatchItem }) {
    const notice = item.change && noticeOf(item.change);
    return (
        <Tr>
            <Td className="zfs-words">{nameOf(item)}</Td>
            <Td>
                {itemStateText(item)}
                {notice?.sentences?.map((sentence) => (
                    <p key={sentence}>{sentence}</p>
                ))}
                {notice?.raw && <RawText text={notice.raw} />}
            </Td>
        </Tr>
    );
});
