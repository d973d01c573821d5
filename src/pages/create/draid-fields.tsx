import { _ } from "../../i18n.ts";
import { TextField } from "../../ui/text-field.tsx";
import { isGroupData, isSpareCount } from "../../zfs/layout/plan.ts";
import type { DraidShape } from "../../zfs/layout/plan.ts";

interface DraidFieldsProps {
    readonly draid: DraidShape;
    readonly onDraid: (draid: DraidShape) => void;
}

/** What a draid is told beside its disks. */
export const DraidFields = ({ draid, onDraid }: DraidFieldsProps) => (
    <>
        <TextField
            label={_("Disks with data in each group")}
            type="number"
            value={countText(draid.data)}
            help={_("More of them hold more; fewer waste less with small files.")}
            problem={isGroupData(draid.data) ? undefined : _("A whole number, 1 at least")}
            onValue={(text) => onDraid({ ...draid, data: readCount(text) })}
        />
        <TextField
            label={_("Distributed spares")}
            type="number"
            value={countText(draid.spares)}
            problem={isSpareCount(draid.spares) ? undefined : _("A whole number, or 0")}
            onValue={(text) => onDraid({ ...draid, spares: readCount(text) })}
        />
    </>
);

/** An empty field is no number, and stays empty. */
const readCount = (text: string): number => (text === "" ? NaN : Number(text));
const countText = (count: number): string => (Number.isNaN(count) ? "" : String(count));
