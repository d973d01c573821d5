/** What is done to the key of an encryption root, and what goes with it. */
export const keyChanges = [
    "openKey",
    "tryKey",
    "forgetKey",
    "changeKey",
    "inheritKey",
    "placeKey",
    "mountOpened",
    "unmountOpened",
] as const;

export type KeyChange = (typeof keyChanges)[number];

/** Something done to the key of a dataset. */
export interface KeyPurpose {
    readonly kind: KeyChange;
    readonly dataset: string;
}

/** Whether a purpose is one of these. */
export const isKeyPurpose = (purpose: { readonly kind: string }): purpose is KeyPurpose =>
    keyChanges.some((kind) => kind === purpose.kind);
