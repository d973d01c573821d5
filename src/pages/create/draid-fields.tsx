import { _ } from "../../i18n.ts";
import { TextField } from "../../ui/text-field.tsx";
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
            value={String(draid.data)}
            help={_("More of them hold more; fewer waste less with small files.")}
            onValue={(text) => onDraid({ ...draid, data: Number(text) })}
        />
        <TextField
            label={_("Distributed spares")}
            type="number"
            value={String(draid.spares)}
            onValue={(text) => onDraid({ ...draid, spares: Number(text) })}
        />
    </>
);
