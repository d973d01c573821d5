import { _ } from "../../i18n.ts";
import type { NewKey } from "../../zfs/new-key.ts";
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
    /** The key of the pool; undefined if it is not encrypted. */
    readonly encryptionKey: NewKey | undefined;
    readonly onKey: (key: NewKey | undefined) => void;
}

/** What the pool is called, and what it is set to from the beginning. */
export const OptionsStep = ({ encryptionKey, onKey, ...props }: OptionsStepProps) => (
    <>
        <PlaceFields {...props} />
        <RootFields {...props} />
        <EncryptionFields
            label={_("Encrypt the pool")}
            value={encryptionKey}
            onValue={onKey}
            name={props.options.name}
        />
        <PoolFields {...props} />
    </>
);
