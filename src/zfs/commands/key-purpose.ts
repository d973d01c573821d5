/** What is done to the key of an encryption root. */
export const keyChanges = ["loadKey", "tryKey", "forgetKey", "changeKey", "inheritKey", "placeKey"] as const;

export type KeyChange = (typeof keyChanges)[number];

/** Something done to the key of a dataset. */
export interface KeyPurpose {
    readonly kind: KeyChange;
    readonly dataset: string;
}

/** Whether a purpose is one of these. */
export const isKeyPurpose = (purpose: { readonly kind: string }): purpose is KeyPurpose =>
    keyChanges.some((kind) => kind === purpose.kind);
