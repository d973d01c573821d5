// What is stored once for several: deduplication looks for equal blocks in a table as they are written; cloned blocks
// are known to be equal, and only counted. Both tables cost memory, so they have figures and a few commands.
import { Card, CardBody, CardTitle } from "@patternfly/react-core/dist/esm/components/Card/index.js";
import { ExpandableSection } from "@patternfly/react-core/dist/esm/components/ExpandableSection/index.js";

import { readDedup } from "../../backend/dedup.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { useStore } from "../../store/hooks.ts";
import { listReadings } from "../../store/readings.ts";
import { FactList } from "../../ui/fact-list.tsx";
import type { Fact } from "../../ui/fact-list.tsx";
import { RawText } from "../../ui/raw-text.tsx";
import type { Identity } from "../../zfs/commands/expect.ts";
import { disabledFeatures } from "../../zfs/features.ts";
import type { DedupTable } from "../../zfs/parse/dedup.ts";
import type { Property } from "../../zfs/property.ts";
import { exactBytes, formatSize } from "../../zfs/size.ts";
import { Problem } from "../problem.tsx";

import { TableActions } from "./table-actions.tsx";

interface DedupCardProps {
    readonly pool: Identity;
    readonly properties: readonly Property[];
    /** Why nothing can be changed now. */
    readonly obstacle: string | undefined;
}

/** What deduplication and block cloning save, and what they cost. */
export const DedupCard = ({ pool, properties, obstacle }: DedupCardProps) => {
    const table = useAnswer(() => readDedup(pool.name), `${useStore(listReadings)} ${pool.name}`);
    return (
        <Card>
            <CardTitle component="h2">{_("Deduplication and block cloning")}</CardTitle>
            <CardBody className="zfs-stack">
                <FactList
                    className="zfs-long-terms"
                    orientation={{ md: "horizontal" }}
                    facts={facts(properties, table.kind === "ready" ? table.value : undefined)}
                />
                {table.kind === "ready" && table.value !== undefined && table.value.entries > 0 && (
                    <ExpandableSection toggleText={_("How often blocks are used")} className="zfs-columns">
                        <RawText text={table.value.words} />
                    </ExpandableSection>
                )}
                {table.kind === "failed" && (
                    <Problem title={_("The deduplication table cannot be read")} error={table.error} />
                )}
                <TableActions pool={pool} disabled={disabledFeatures(properties)} obstacle={obstacle} />
            </CardBody>
        </Card>
    );
};

function facts(properties: readonly Property[], table: DedupTable | undefined): readonly Fact[] {
    const value = (name: string) => properties.find((property) => property.name === name)?.value;
    const size = (name: string) => {
        const bytes = exactBytes(value(name) ?? "");
        return bytes === undefined ? value(name) : formatSize(bytes);
    };
    const ratio = (name: string) => {
        const found = value(name);
        return found === undefined ? undefined : format(_("${0}x"), found);
    };
    return [
        [_("Deduplication ratio"), ratio("dedupratio")],
        [_("Blocks in its table"), table && String(table.entries)],
        [_("Size of the table"), size("dedup_table_size")],
        [_("Limit of the table"), size("dedup_table_quota")],
        [_("Used by cloned blocks"), size("bcloneused")],
        [_("Saved by cloning"), size("bclonesaved")],
        [_("Cloning ratio"), ratio("bcloneratio")],
    ];
}
