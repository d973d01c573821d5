/** What is done about who may do what, and who may take how much. */
export const accessChanges = [
    "delegate",
    "undelegate",
    "defineSet",
    "undefineSet",
    "setCreateTime",
    "unsetCreateTime",
    "setLimit",
    "takeSnapshot",
] as const;

export type AccessChange = (typeof accessChanges)[number];

/** Something done about access to a dataset. */
export interface AccessPurpose {
    readonly kind: AccessChange;
    readonly dataset: string;
    /** To whom rights are delegated, the permission set, the limit that is set, or the name of the snapshot. */
    readonly subject: string;
}

/** Whether a purpose is one of these. */
export const isAccessPurpose = (purpose: { readonly kind: string }): purpose is AccessPurpose =>
    accessChanges.some((kind) => kind === purpose.kind);
