import FolderIcon from "@patternfly/react-icons/dist/esm/icons/folder-icon.js";
import HddIcon from "@patternfly/react-icons/dist/esm/icons/hdd-icon.js";
import LayerGroupIcon from "@patternfly/react-icons/dist/esm/icons/layer-group-icon.js";

import { _, ngettext } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { TreeName } from "../../ui/tree-name.tsx";
import type { TreeRow } from "../../ui/tree.ts";
import { leafOf } from "../../zfs/dataset.ts";

import type { DatasetItem } from "./dataset-nodes.ts";

interface NameCellProps {
    readonly row: TreeRow<DatasetItem>;
    readonly tabIndex: 0 | -1;
    readonly onToggle: (row: TreeRow<DatasetItem>) => void;
}

/** The name of a dataset where it stands in the tree. */
export const NameCell = ({ row, tabIndex, onToggle }: NameCellProps) => (
    <TreeName row={row} name={foldName(row.item)} tabIndex={tabIndex} onToggle={() => onToggle(row)}>
        <ItemName item={row.item} tabIndex={tabIndex} />
    </TreeName>
);

const foldName = (item: DatasetItem): string =>
    item.kind === "dataset" ? item.dataset.name : layersText(item.layers.length);

const layersText = (count: number): string => ngettext("$0 container layer", "$0 container layers", count);

const ItemName = ({ item, tabIndex }: { readonly item: DatasetItem; readonly tabIndex: 0 | -1 }) => {
    if (item.kind === "layers")
        return (
            <>
                <LayerGroupIcon />
                <span className="zfs-quiet">{layersText(item.layers.length)}</span>
            </>
        );
    const { name, type } = item.dataset;
    const isVolume = type === "volume";
    const Icon = isVolume ? HddIcon : FolderIcon;
    return (
        <>
            <Icon />
            {isVolume && <span className="pf-v6-u-screen-reader">{_("Volume")} </span>}
            <a
                href={formatRoute({ screen: "datasets", dataset: name })}
                className={item.isMatch ? undefined : "zfs-quiet"}
                tabIndex={tabIndex}
                title={name}
            >
                <bdi>{leafOf(name)}</bdi>
            </a>
        </>
    );
};
