import { Slider } from "@patternfly/react-core/dist/esm/components/Slider/index.js";
import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { setLimit } from "../../zfs/commands/limit.ts";
import type { Limit } from "../../zfs/commands/limit.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { parentOf } from "../../zfs/dataset.ts";
import {
    SLIDER_STEPS,
    checkLimit,
    parseLimit,
    roomOf,
    sizeAtPlace,
    sliderPlace,
    takesAuto,
    wordPlace,
} from "../../zfs/limits.ts";
import { formatSize } from "../../zfs/size.ts";
import { useValueChange } from "../change/use-value-change.ts";
import { useDatasetList } from "../dataset-actions/use-datasets.ts";

import { limitProblemText, limitText } from "./limit-text.ts";

interface LimitDialogProps {
    readonly dataset: Dataset;
    readonly limit: Limit;
}

/** Sets a limit: to the byte in the field, or about right by the slider. */
export const LimitDialog = ({ dataset, limit }: LimitDialogProps) => {
    const above = parentOf(dataset.name);
    const parent = useDatasetList().find(({ name }) => name === above);
    const before = dataset[limit];
    const [text, setText] = useState(exactText(before));
    const field = useId();
    const hasAuto = takesAuto(dataset, limit);
    const value = parseLimit(text, { takesAuto: hasAuto });
    const problem = checkLimit(dataset, limit, value, parent);
    const isReady = value !== undefined && !problem && value !== (before ?? "none");
    const { refusal, ...change } = useValueChange(
        isReady ? setLimit(dataset, limit, value) : undefined,
        text,
    );
    const room = roomOf(dataset, limit, parent);
    return (
        <FormDialog
            {...change}
            title={format(_("Set $0 of $1"), limit, dataset.name)}
            action={_("Set")}
            isReady={isReady}
            focus={field}
        >
            <p>{limitText(limit)}</p>
            <TextField
                id={field}
                label={limit}
                value={text}
                help={hasAuto ? _("A size such as 10G, none or auto") : _("A size such as 10G, or none")}
                problem={problem ? limitProblemText(problem, hasAuto) : refusal}
                onValue={setText}
            />
            {room && room.sensible > room.least && (
                <div className="zfs-limit">
                    <Slider
                        thumbAriaLabel={format(_("About how much: $0"), limit)}
                        showBoundaries={false}
                        min={0}
                        max={SLIDER_STEPS}
                        value={typeof value === "bigint" ? sliderPlace(room, value) : wordPlace(limit, value)}
                        onChange={(_event, place) => setText(exactText(sizeAtPlace(room, place)))}
                    />
                    <div className="zfs-limit-ends">
                        <span>{formatSize(room.least)}</span>
                        <span>{formatSize(room.sensible)}</span>
                    </div>
                </div>
            )}
        </FormDialog>
    );
};

/** A limit in words that are read back to the byte; to ZFS, 0 is none. */
export function exactText(bytes: bigint | undefined): string {
    if (bytes === undefined || bytes === 0n) return "none";
    const units = ["", "K", "M", "G", "T", "P"] as const;
    const place = units.findLastIndex((_unit, index) => bytes % (1n << BigInt(10 * index)) === 0n);
    const unit = Math.max(0, place);
    return `${bytes >> BigInt(10 * unit)}${units[unit] ?? ""}`;
}
