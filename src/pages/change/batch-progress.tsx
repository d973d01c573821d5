import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";

import { _ } from "../../i18n.ts";
import { hasEnded } from "../../store/batch.ts";
import { changes } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import { UsageBar } from "../../ui/usage-bar.tsx";

import { ChangeNotice } from "./change-notice.tsx";
import type { BatchInDialog } from "./use-batch.ts";

interface BatchProgressProps {
    readonly batch: BatchInDialog;
    /** How far it is, in words. */
    readonly label: string;
}

/** How far many changes have come, and the way to begin no other. */
export const BatchProgress = ({ batch, label }: BatchProgressProps) => {
    const { items, phase, isStopping, stop } = batch;
    const running = items.find(({ state }) => state === "running");
    const change = useStore(changes).find(({ id }) => id === running?.id);
    const isMore = items.some(({ state }) => state === "waiting");
    return (
        <>
            <div aria-live="polite">
                <UsageBar
                    percent={(100 * items.filter(hasEnded).length) / Math.max(items.length, 1)}
                    label={label}
                    level={items.some(({ state }) => state === "failed") ? "danger" : undefined}
                />
            </div>
            {change && !change.outcome && <ChangeNotice change={change} onJournalOnly={() => undefined} />}
            {phase === "running" && isMore && (
                <div>
                    <Button variant="secondary" isDisabled={isStopping} onClick={stop}>
                        {isStopping ? _("Stops after this one") : _("Stop after this one")}
                    </Button>
                </div>
            )}
        </>
    );
};
