import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { TypedName } from "../../ui/dialogs/typed-name.tsx";
import { importPool } from "../../zfs/commands/import.ts";
import type { ImportChoices } from "../../zfs/commands/import.ts";
import type { ImportSearch } from "../../zfs/import-search.ts";
import { readRefusal } from "../../zfs/importable.ts";
import type { ImportablePool } from "../../zfs/model.ts";
import { checkNewPoolName } from "../../zfs/names.ts";
import { refusalText } from "../../zfs/outcome.ts";
import { useChange } from "../change/use-change.tsx";
import { useOfferKeys } from "../keys/use-offer-keys.tsx";

import { ImportFields } from "./import-fields.tsx";
import { ImportSwitches } from "./import-switches.tsx";

interface ImportDialogProps {
    readonly pool: ImportablePool;
    /** The search that found it. */
    readonly search: ImportSearch;
    /** The names of the pools that are imported. */
    readonly taken: readonly string[];
}

const variants = { none: "primary", disruptive: "warning", destructive: "danger" } as const;

/** Imports a pool that was found. What ZFS refuses for a reason can be tried again, once that reason was ticked. */
export const ImportDialog = ({ pool, search, taken }: ImportDialogProps) => {
    const focus = useId();
    const [typed, setTyped] = useState("");
    const [choices, setChoices] = useState<ImportChoices>({
        name: pool.name,
        isReadOnly: false,
        isMounted: true,
        isWithoutLog: false,
    });
    const choose = (news: Partial<ImportChoices>) => setChoices({ ...choices, ...news });
    const problem = checkNewPoolName(choices.name, taken);
    const isPlaced = choices.altroot === undefined || choices.altroot.startsWith("/");
    const command = problem === undefined && isPlaced ? importPool(pool, search, choices) : undefined;
    const offerKeys = useOfferKeys();
    const change = useChange(command, {
        onDone: () => void offerKeys(choices.name, choices.isMounted),
    });
    const isDestructive = command?.danger === "destructive";
    return (
        <FormDialog
            {...change}
            title={format(_("Import $0"), pool.name)}
            action={format(_("Import $0"), choices.name)}
            variant={variants[command?.danger ?? "none"]}
            isReady={command !== undefined && (!isDestructive || typed === pool.name)}
            focus={focus}
        >
            <ImportFields
                id={focus}
                choices={choices}
                problem={problem}
                isPlaced={isPlaced}
                onChoose={choose}
            />
            <ImportSwitches
                pool={pool}
                choices={choices}
                refusal={readRefusal(refusalText(change.outcome) ?? "")}
                onChoose={choose}
            />
            {isDestructive && <TypedName name={pool.name} typed={typed} onType={setTyped} />}
            <p className="zfs-quiet">
                {_(
                    "Encrypted filesystems stay locked until their keys are loaded, which is asked for afterwards.",
                )}
            </p>
        </FormDialog>
    );
};
