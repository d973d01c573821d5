import { useDialogs } from "dialogs";
import { useEffect } from "react";

import { _ } from "../../i18n.ts";
import { askForCapabilities, capabilities } from "../../store/capabilities.ts";
import { changeRunner } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import type { Identity } from "../../zfs/commands/expect.ts";
import { prefetchTable } from "../../zfs/commands/tables.ts";

import { needsFeature } from "../obstacle-words.ts";

import { PruneDialog } from "./prune-dialog.tsx";

interface TableActionsProps {
    readonly pool: Identity;
    /** Its features that are not enabled. */
    readonly disabled: readonly string[];
    /** Why nothing can be done now. */
    readonly obstacle: string | undefined;
}

/** What can be done with the tables of deduplication and cloning, where this ZFS can. */
export const TableActions = ({ pool, disabled, obstacle }: TableActionsProps) => {
    const dialogs = useDialogs();
    const known = useStore(capabilities);
    useEffect(askForCapabilities, []);
    if (!known?.fastDedup) return null;
    // zfs_ioc_ddt_prune()
    const lack = disabled.includes("fast_dedup") ? needsFeature("fast_dedup") : undefined;
    return (
        <div className="zfs-buttons">
            <ReasonedButton
                variant="secondary"
                reason={obstacle ?? lack}
                onClick={() => dialogs.show(<PruneDialog pool={pool} />)}
            >
                {_("Prune the deduplication table…")}
            </ReasonedButton>
            <ReasonedButton
                variant="secondary"
                reason={obstacle}
                onClick={() => changeRunner.run(prefetchTable(pool, "ddt"))}
            >
                {_("Load the table into memory")}
            </ReasonedButton>
            {known.cloneTablePrefetch && (
                <ReasonedButton
                    variant="secondary"
                    reason={obstacle}
                    onClick={() => changeRunner.run(prefetchTable(pool, "brt"))}
                >
                    {_("Load the table of clones into memory")}
                </ReasonedButton>
            )}
        </div>
    );
};
