import { Card, CardBody } from "@patternfly/react-core/dist/esm/components/Card/index.js";

import { _, format } from "../../i18n.ts";
import { formatPercent } from "../../ui/dates.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { LiveText } from "../../ui/live-text.tsx";
import { UsageBar } from "../../ui/usage-bar.tsx";
import { quotaUses, spaceParts } from "../../zfs/dataset-space.ts";
import type { QuotaUse } from "../../zfs/dataset-space.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { spaceLevel } from "../../zfs/health.ts";
import type { Bytes } from "../../zfs/model.ts";
import { formatSize, percentOf } from "../../zfs/size.ts";
import { ratioText } from "../datasets/dataset-columns.tsx";
import { SpaceBar } from "../datasets/space-bar.tsx";
import { spaceKindWord } from "../datasets/space-words.ts";
import { barLevels } from "../pool-usage-bar.tsx";

/** Where the space of a dataset has gone. */
export const SpaceCard = ({ dataset }: { readonly dataset: Dataset }) => (
    <Card>
        <CardBody className="zfs-stack">
            <UsedSpace dataset={dataset} />
            {quotaUses(dataset).map((use) => (
                <QuotaBar key={use.property} use={use} />
            ))}
            <FactList
                className="zfs-details"
                columnModifier={{ default: "1Col", md: "2Col", xl: "3Col" }}
                facts={sizeFacts(dataset)}
            />
        </CardBody>
    </Card>
);

/** `used` and its parts: a bar, and what each part is and takes. */
const UsedSpace = ({ dataset }: { readonly dataset: Dataset }) => {
    const { used, available } = dataset;
    if (used === undefined) return <p className="zfs-quiet">{_("Its space is not known")}</p>;
    return (
        <div className="zfs-stack">
            <p className="zfs-headline">
                <LiveText>
                    {available === undefined
                        ? format(_("$0 used"), formatSize(used))
                        : format(_("$0 used, $1 available"), formatSize(used), formatSize(available))}
                </LiveText>
            </p>
            <SpaceBar dataset={dataset} whole={used} />
            <ul className="zfs-legend">
                {spaceParts(dataset).map(({ kind, bytes }) => (
                    <li key={kind}>
                        <i className={`zfs-space-${kind}`} />
                        {format(
                            _("$0: $1 ($2)"),
                            spaceKindWord(kind),
                            formatSize(bytes),
                            formatPercent(percentOf(bytes, used)),
                        )}
                    </li>
                ))}
            </ul>
        </div>
    );
};

const QuotaBar = ({ use: { property, limit, used, percent } }: { readonly use: QuotaUse }) => (
    <UsageBar
        percent={Math.min(percent, 100)}
        level={barLevels[spaceLevel(percent)]}
        label={format(
            property === "quota" ? _("Quota: $0") : _("Refquota, for its data alone: $0"),
            format(
                used > limit ? _("$0, over the limit of $1") : _("$0 of $1"),
                formatSize(used),
                formatSize(limit),
            ),
        )}
    />
);

const size = (bytes: Bytes | undefined) => bytes !== undefined && <LiveText>{formatSize(bytes)}</LiveText>;

/** What ZFS tells of sizes besides `used`. */
const sizeFacts = (dataset: Dataset) =>
    [
        [_("Referenced"), size(dataset.referenced)],
        [_("Written since the last snapshot"), size(dataset.written)],
        [_("Before compression"), size(dataset.logicalUsed)],
        [_("Referenced, before compression"), size(dataset.logicalReferenced)],
        [_("Compression ratio"), ratioText(dataset.compressRatio)],
        [_("Compression ratio of what is referenced"), ratioText(dataset.refCompressRatio)],
        [_("Reservation"), size(dataset.reservation)],
        [_("Refreservation"), size(dataset.refreservation)],
        [_("Volume size"), size(dataset.volsize)],
    ] as const;
