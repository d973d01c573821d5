import type { PoolOptions } from "../../zfs/pool-options.ts";

import { EncryptionFields } from "./encryption-fields.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { PoolFields } from "./pool-fields.tsx";
import { RootFields } from "./root-fields.tsx";

/** A passphrase, typed twice. */
export interface Passphrase {
    readonly first: string;
    readonly again: string;
}

/** What is typed and chosen for a new pool, and how it changes. */
export interface OptionsProps {
    readonly options: PoolOptions;
    readonly onOptions: (news: Partial<PoolOptions>) => void;
}

interface OptionsStepProps extends OptionsProps {
    readonly passphrase: Passphrase;
    readonly onPassphrase: (passphrase: Passphrase) => void;
}

/** What the pool is called, and what it is set to from the beginning. */
export const OptionsStep = ({ passphrase, onPassphrase, ...props }: OptionsStepProps) => (
    <>
        <PlaceFields {...props} />
        <RootFields {...props} />
        <EncryptionFields {...props} passphrase={passphrase} onPassphrase={onPassphrase} />
        <PoolFields {...props} />
    </>
);
