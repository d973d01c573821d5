import { auditPage, readAudit } from "../backend/audit.ts";
import { isOpen } from "../zfs/audit.ts";

import { AuditReader } from "./audit-reader.ts";
import type { AuditState } from "./audit-reader.ts";
import { Store } from "./store.ts";

/** The changes that were made on this host, as long as a page needs them. */
export const audit = new Store<AuditState>({ kind: "waiting" });

let reader: AuditReader | undefined;

/** Reads the changes and keeps them fresh: for a page that needs them, with administrative access. Gives the way to stop. */
export function watchAudit(): () => void {
    const own = new AuditReader({ readAudit, auditPage, setState: (state) => audit.set(state) });
    reader = own;
    void own.refresh();
    return () => {
        own.stop();
        if (reader === own) reader = undefined;
        audit.set({ kind: "waiting" });
    };
}

/** Reads what is new, if a page needs it. */
export const refreshAudit = async (): Promise<void> => reader?.refresh();

/** Whether a page shows a change that has no end yet. */
export function showsOpenChange(): boolean {
    const state = audit.get();
    return state.kind === "ready" && state.changes.some(isOpen);
}

/** Reads the next page of older changes. */
export const loadOlderChanges = (): void => void reader?.loadOlder();
