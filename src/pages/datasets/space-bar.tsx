import { _ } from "../../i18n.ts";
import { StackedBar } from "../../ui/stacked-bar.tsx";
import { spaceKinds, spaceParts } from "../../zfs/dataset-space.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import type { Bytes } from "../../zfs/model.ts";
import { percentOf } from "../../zfs/size.ts";

import { spaceKindWord, spaceText } from "./space-words.ts";

interface SpaceBarProps {
    readonly dataset: Dataset;
    /** What the whole length of the bar stands for. */
    readonly whole: Bytes;
}

/** What takes the space of a dataset, as a bar. */
export const SpaceBar = ({ dataset, whole }: SpaceBarProps) => (
    <StackedBar
        label={spaceText(dataset)}
        parts={spaceParts(dataset).map(({ kind, bytes }) => ({
            className: `zfs-space-${kind}`,
            percent: percentOf(bytes, whole),
        }))}
    />
);

/** What the parts of the bars are. */
export const SpaceLegend = () => (
    <ul className="zfs-legend zfs-bars-legend zfs-quiet" aria-label={_("Parts of the bars")}>
        {spaceKinds.map((kind) => (
            <li key={kind}>
                <i className={`zfs-space-${kind}`} />
                {spaceKindWord(kind)}
            </li>
        ))}
    </ul>
);
