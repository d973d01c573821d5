import type { Change } from "../zfs/audit.ts";
import { parseAudit } from "../zfs/parse/audit.ts";

import { readAs } from "./read-as.ts";
import { asRoot } from "./read.ts";

/** Which rows of the audit: those before one, those after one, or the newest. */
export type AuditRange = { readonly before: number } | { readonly since: number } | Record<string, never>;

/** Rows that one call gives at most. */
export const auditPage = 1000;

/** Milliseconds: the helper may have to wait for the database, and for the journal. */
const timeout = 30_000;

/**
 * Recorded changes, the newest first, at most `auditPage`. It needs administrative access.
 *
 * @throws HostError, UnreadableOutput
 */
export const readAudit = (range: AuditRange): Promise<readonly Change[]> =>
    readAs(
        [
            ...["zfsadmin", "audit", "list", "--json", "--limit", String(auditPage)],
            ...Object.entries(range).flatMap(([name, id]) => [`--${name}`, String(id)]),
        ],
        timeout,
        parseAudit,
        asRoot,
    );
