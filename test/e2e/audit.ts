import type { Machine } from "../vm/machine.ts";

/** A change as the audit log has it. */
export interface AuditedChange {
    readonly argv: readonly string[];
    readonly person: string | null;
    readonly state: string;
}

/** The last changes in the audit log, the newest first. */
export const audit = async (machine: Machine): Promise<readonly AuditedChange[]> =>
    (await machine.execute("zfsadmin audit list --json --limit 10")).stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as AuditedChange);
