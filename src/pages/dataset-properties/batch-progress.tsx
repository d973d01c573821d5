import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import {
    Progress,
    ProgressMeasureLocation,
} from "@patternfly/react-core/dist/esm/components/Progress/index.js";

import { _, format } from "../../i18n.ts";
import { changes } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import { ChangeNotice } from "../change/change-notice.tsx";

import type { BatchState } from "./use-batch.ts";

interface BatchProgressProps {
    readonly state: BatchState & { readonly kind: "running" };
    readonly onStop: () => void;
}

/** How many of the command lines are done, and the way to begin no other. */
export const BatchProgress = ({ state: { done, total, id, isStopping }, onStop }: BatchProgressProps) => {
    const change = useStore(changes).find((one) => one.id === id);
    return (
        <div className="zfs-stack">
            <Progress
                title={format(_("$0 of $1 commands done"), done, total)}
                value={done}
                max={total}
                measureLocation={ProgressMeasureLocation.none}
            />
            {change && !change.outcome && <ChangeNotice change={change} onJournalOnly={() => undefined} />}
            {total - done > 1 && (
                <div>
                    <Button variant="secondary" isDisabled={isStopping} onClick={onStop}>
                        {isStopping ? _("Stops after this command") : _("Stop after this command")}
                    </Button>
                </div>
            )}
        </div>
    );
};
