import type { EncryptionChoice } from "../../zfs/new-key.ts";
import type { PoolOptions } from "../../zfs/pool-options.ts";
import { EncryptionFields } from "../keys/encryption-fields.tsx";

import { PlaceFields } from "./place-fields.tsx";
import { PoolFields } from "./pool-fields.tsx";
import { RootFields } from "./root-fields.tsx";

/** What is typed and chosen for a new pool, and how it changes. */
export interface OptionsProps {
    readonly options: PoolOptions;
    readonly onOptions: (news: Partial<PoolOptions>) => void;
}

interface OptionsStepProps extends OptionsProps {
    readonly encryption: EncryptionChoice;
    readonly onEncryption: (encryption: EncryptionChoice) => void;
}

/** What the pool is called, and what it is set to from the beginning. */
export const OptionsStep = ({ encryption, onEncryption, ...props }: OptionsStepProps) => (
    <>
        <PlaceFields {...props} />
        <RootFields {...props} />
        <EncryptionFields value={encryption} onChange={onEncryption} name={props.options.name} />
        <PoolFields {...props} />
    </>
);
