import { readLockedRoots } from "../../backend/keys.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { Problem } from "../problem.tsx";

import { LoadKeysDialog } from "./load-keys-dialog.tsx";

/** Loads the keys that are missing of a pool. */
export const PoolKeysDialog = ({ pool }: { readonly pool: string }) => {
    // asked once: what has been loaded here stays in view
    const answer = useAnswer(() => readLockedRoots(pool), pool);
    return (
        <LoadKeysDialog
            name={pool}
            roots={answer.kind === "ready" ? answer.value : undefined}
            problem={
                answer.kind === "failed" && (
                    <Problem
                        title={_("Which keys are missing could not be found out")}
                        error={answer.error}
                    />
                )
            }
        />
    );
};
