import { Card, CardBody, CardTitle } from "@patternfly/react-core/dist/esm/components/Card/index.js";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table/dist/esm/components/Table/index.js";
import { useDialogs } from "dialogs";

import { _, format } from "../../i18n.ts";
import { PencilButton } from "../../ui/pencil-button.tsx";
import { TermHelp } from "../../ui/term-help.tsx";
import { UsageBar } from "../../ui/usage-bar.tsx";
import type { Limit } from "../../zfs/commands/limit.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { limitsOf, roomOf } from "../../zfs/limits.ts";
import { formatSize } from "../../zfs/size.ts";
import { usedPercent } from "../../zfs/space-by.ts";
import { useDatasetsObstacle } from "../change/use-dataset-obstacle.ts";

import { LimitDialog } from "./limit-dialog.tsx";
import { limitText, usedText } from "./limit-text.ts";

/** How much a dataset may take, how much is kept for it, and how far both are used up. */
export const LimitsCard = ({ dataset }: { readonly dataset: Dataset }) => {
    const dialogs = useDialogs();
    const reason = useDatasetsObstacle([dataset.name]);
    return (
        <Card>
            <CardTitle component="h2">{_("Quotas and reservations")}</CardTitle>
            <CardBody>
                <Table
                    variant="compact"
                    aria-label={_("Quotas and reservations")}
                    gridBreakPoint="grid-md"
                    borders={false}
                    className="zfs-limits"
                >
                    <Thead>
                        <Tr>
                            <Th>{_("Limit")}</Th>
                            <Th>{_("Value")}</Th>
                            <Th>{_("Used")}</Th>
                        </Tr>
                    </Thead>
                    <Tbody>
                        {limitsOf(dataset).map((limit) => (
                            <Tr key={limit}>
                                <Td dataLabel={_("Limit")}>
                                    <span>
                                        <code>{limit}</code>{" "}
                                        <TermHelp
                                            term={limit}
                                            text={limitText(limit)}
                                            manPage="zfsprops(7)"
                                        />
                                    </span>
                                </Td>
                                <Td dataLabel={_("Value")}>
                                    <span>
                                        <LimitValue value={dataset[limit]} />
                                        <PencilButton
                                            label={format(_("Set $0"), limit)}
                                            reason={reason}
                                            onClick={() =>
                                                dialogs.show(<LimitDialog {...{ dataset, limit }} />)
                                            }
                                        />
                                    </span>
                                </Td>
                                <Td dataLabel={_("Used")} className="zfs-lines">
                                    <LimitUse {...{ dataset, limit }} />
                                </Td>
                            </Tr>
                        ))}
                    </Tbody>
                </Table>
                {dataset.type === "volume" && (
                    <p className="zfs-quiet">
                        {_("A volume has no quotas: it never holds more than its size, volsize.")}
                    </p>
                )}
            </CardBody>
        </Card>
    );
};

const LimitValue = ({ value }: { readonly value: bigint | undefined }) =>
    value === undefined ? (
        <span className="zfs-quiet">{_("none")}</span>
    ) : (
        <span title={String(value)}>{formatSize(value)}</span>
    );

/** How far a limit is used up: of a quota all is bad news, of a reservation only that it holds. */
const LimitUse = ({ dataset, limit }: { readonly dataset: Dataset; readonly limit: Limit }) => {
    const [value, used] = [dataset[limit], roomOf(dataset, limit)?.used];
    const percent = usedPercent(used, value);
    if (value === undefined || used === undefined || percent === undefined) return null;
    const isQuota = limit.endsWith("quota");
    return (
        <UsageBar
            percent={Math.min(percent, 100)}
            label={usedText(limit, used, value)}
            level={isQuota ? quotaLevel(percent) : undefined}
        />
    );
};

/** How grave it is that so much of a quota is used. */
const quotaLevel = (percent: number): "warning" | "danger" | undefined =>
    percent >= 100 ? "danger" : percent >= 90 ? "warning" : undefined;
