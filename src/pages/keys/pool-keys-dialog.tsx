import { useDialogs } from "dialogs";

import { readKeys } from "../../backend/keys.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { isLocked } from "../../zfs/encryption.ts";
import { Problem } from "../problem.tsx";

import { LoadKeysDialog } from "./load-keys-dialog.tsx";

interface PoolKeysDialogProps {
    readonly pool: string;
    readonly isMounting?: boolean;
}

/** Loads the keys that are missing of a pool. */
export default function PoolKeysDialog({ pool, isMounting = true }: PoolKeysDialogProps) {
    const dialogs = useDialogs();
    // asked once: what has been loaded here stays in view
    const answer = useAnswer(() => readKeys(pool), pool);
    return (
        <LoadKeysDialog
            title={format(_("Load keys of $0"), pool)}
            roots={answer.kind === "ready" ? answer.value.filter(isLocked) : undefined}
            problem={
                answer.kind === "failed" && (
                    <Problem
                        title={_("Which keys are missing could not be found out")}
                        error={answer.error}
                    />
                )
            }
            isMounting={isMounting}
            onClose={dialogs.close}
        />
    );
}
