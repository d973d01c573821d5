import type { AuditList } from "../zfs/audit.ts";
import { parseAudit } from "../zfs/parse/audit.ts";

import { readAsEither } from "./read-as.ts";
import { asRoot } from "./spawn.ts";

/** Which rows of the audit: those before one, those after one, or the newest. */
export type AuditRange = { readonly before: number } | { readonly since: number } | Record<string, never>;

/** Rows that one call gives at most. */
export const auditPage = 1000;

/** What a call gives. */
export interface AuditPage extends AuditList {
    /** The database belongs to a newer helper than there is: it is read only, and takes nothing any more. */
    readonly isOfNewer: boolean;
}

/** The exit status of a helper that knows only older databases; see zfsadmin(8). */
const ofNewer = 75;

/** Milliseconds: the helper may have to wait for the database, and for the journal. */
const timeout = 30_000;

/**
 * Recorded changes, at most `auditPage`. It needs administrative access.
 *
 * @throws HostError, UnreadableOutput
 */
export async function readAudit(range: AuditRange): Promise<AuditPage> {
    const argv = [
        ...["zfsadmin", "audit", "list", "--json", "--limit", String(auditPage)],
        ...Object.entries(range).flatMap(([name, id]) => [`--${name}`, String(id)]),
    ];
    const { value, endedSo } = await readAsEither(ofNewer, argv, timeout, parseAudit, asRoot);
    return { ...value, isOfNewer: endedSo };
}
