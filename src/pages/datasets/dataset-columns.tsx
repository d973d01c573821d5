import type { ReactNode } from "react";

import { hostTime } from "../../backend/clock.ts";
import { _, format } from "../../i18n.ts";
import { RelativeTime } from "../../ui/relative-time.tsx";
import type { TreeRow } from "../../ui/tree.ts";
import type { Column } from "../../ui/virtual-table.tsx";
import type { Dataset } from "../../zfs/dataset.ts";
import type { Bytes } from "../../zfs/model.ts";
import { formatSize } from "../../zfs/size.ts";
import { DatasetMenu } from "../dataset-actions/dataset-menu.tsx";

import { ChoiceBox, ChooseAll, choiceLabel, tickOf } from "./choice.tsx";
import { columnKeys, columnTitle } from "./column-words.ts";
import type { ColumnKey } from "./column-words.ts";
import { DatasetMarks } from "./dataset-marks.tsx";
import { itemDatasets } from "./dataset-nodes.ts";
import type { DatasetItem } from "./dataset-nodes.ts";
import { NameCell } from "./name-cell.tsx";
import { SpaceBar } from "./space-bar.tsx";

export type DatasetRow = TreeRow<DatasetItem>;
type DatasetColumn = Column<DatasetRow>;

interface ColumnsOptions {
    /** Which are shown beside the name. */
    readonly shown: readonly string[];
    readonly onToggle: (row: DatasetRow) => void;
}

/** The columns of the tree of datasets. */
export const datasetColumns = ({ shown, onToggle }: ColumnsOptions): readonly DatasetColumn[] => [
    {
        key: "choose",
        title: _("Choose"),
        header: <ChooseAll />,
        className: "zfs-dataset-choose",
        cell: ({ item }, tabIndex) => (
            <ChoiceBox
                ticks={itemDatasets(item).map(tickOf)}
                label={item.kind === "dataset" ? choiceLabel(item.dataset.name) : _("Choose these layers")}
                tabIndex={tabIndex}
            />
        ),
    },
    {
        key: "name",
        title: _("Name"),
        className: "zfs-dataset-name",
        isSortable: true,
        cell: (row, tabIndex) => <NameCell row={row} tabIndex={tabIndex} onToggle={onToggle} />,
    },
    ...columnKeys.filter((key) => shown.includes(key)).map(chosenColumn),
    {
        key: "actions",
        title: _("Actions"),
        header: <span className="pf-v6-u-screen-reader">{_("Actions")}</span>,
        className: "zfs-dataset-actions",
        cell: ({ item }, tabIndex) =>
            item.kind === "dataset" && <DatasetMenu dataset={item.dataset} tabIndex={tabIndex} />,
    },
];

const number = "zfs-dataset-number zfs-number";

const looks: Readonly<Partial<Record<ColumnKey, string>>> = {
    used: `${number} zfs-dataset-used`,
    space: "zfs-dataset-bar",
    compression: "zfs-dataset-word",
    encryption: "zfs-dataset-word",
    creation: "zfs-dataset-word",
    mountpoint: "zfs-dataset-place",
    marks: "zfs-dataset-marks",
};

function chosenColumn(key: ColumnKey): DatasetColumn {
    return {
        key,
        title: columnTitle(key),
        className: looks[key] ?? number,
        isSortable: key === "used",
        cell: ({ item }) => (item.kind === "dataset" ? datasetCell(key, item) : layersCell(key, item.layers)),
    };
}

/** What a column says of a dataset. */
function datasetCell(key: ColumnKey, { dataset, poolUsed }: DatasetItem & { readonly kind: "dataset" }) {
    switch (key) {
        case "space":
            return poolUsed !== undefined && <SpaceBar dataset={dataset} whole={poolUsed} />;
        case "compressRatio":
            return ratioText(dataset.compressRatio);
        case "compression":
        case "encryption":
            return dataset[key];
        case "creation":
            return (
                dataset.creation !== undefined && <RelativeTime time={dataset.creation} clock={hostTime} />
            );
        case "mountpoint":
            return (
                dataset.mountpoint !== undefined && <bdi title={dataset.mountpoint}>{dataset.mountpoint}</bdi>
            );
        case "marks":
            return <DatasetMarks dataset={dataset} />;
        default:
            return sizeText(dataset[key]);
    }
}

/** What a column says of layers: together they use what each of them does. */
const layersCell = (key: ColumnKey, layers: readonly Dataset[]): ReactNode =>
    key === "used" && formatSize(layers.reduce((sum, { used = 0n }) => sum + used, 0n));

const sizeText = (bytes: Bytes | undefined): string => (bytes === undefined ? "" : formatSize(bytes));

/** "1.43x", as ZFS prints it. */
export const ratioText = (ratio: number | undefined): string =>
    ratio === undefined ? "" : format(_("${0}x"), ratio.toFixed(2));
