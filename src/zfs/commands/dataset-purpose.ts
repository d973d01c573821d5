/** What is done to a dataset: those of its life, of its use, and of its upkeep. */
export const datasetChanges = [
    "createDataset",
    "destroyDataset",
    "renameDataset",
    "promoteDataset",
    "cloneSnapshot",
    "mountDataset",
    "unmountDataset",
    "shareDataset",
    "unshareDataset",
    "rewriteDataset",
    "upgradeDataset",
    "zoneDataset",
    "unzoneDataset",
] as const;

export type DatasetChange = (typeof datasetChanges)[number];

/** Something done to a dataset. */
export interface DatasetPurpose {
    readonly kind: DatasetChange;
    readonly dataset: string;
    /** The name that it gets, of a rename; the snapshot from which it comes, of a clone; the namespace, of a zone. */
    readonly other?: string;
}

/** Whether a purpose is one of these. */
export const isDatasetPurpose = (purpose: { readonly kind: string }): purpose is DatasetPurpose =>
    datasetChanges.some((kind) => kind === purpose.kind);
