import type { Setting } from "./pool-options.ts";

/** How something new is encrypted. */
export interface EncryptionChoice {
    /** The properties that are set for it; none where it is as the dataset above, or not encrypted. */
    readonly settings: readonly Setting[];
    /** Gives the bytes of the key at the moment they are sent, as `useChange` wants it; undefined where none are. */
    readonly takeSecret?: (() => Uint8Array) | undefined;
    /** Whether all is filled in rightly. */
    readonly isReady: boolean;
}

/** As the dataset above; of a pool, not at all. */
export const inheritedEncryption: EncryptionChoice = { settings: [], isReady: true };
