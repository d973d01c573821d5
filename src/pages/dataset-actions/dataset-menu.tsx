import type { Dataset } from "../../zfs/dataset.ts";

/** What can be done to a dataset, as a menu in its row and on its page. */
export const DatasetMenu = ({ dataset }: { readonly dataset: Dataset }) => <span>{dataset.name}</span>;

/** What can be done to all chosen datasets at once. */
export const BatchActions = ({ chosen }: { readonly chosen: readonly Dataset[] }) => (
    <span>{chosen.length}</span>
);

/** Creates a filesystem or volume in `parent`; undefined lets the person choose the parent. */
export const CreateDataset = ({ parent }: { readonly parent: Dataset | undefined }) => (
    <span>{parent?.name}</span>
);
