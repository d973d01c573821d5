import type { Machine } from "../vm/machine.ts";

import { expect } from "./fixtures.ts";

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

/** A change as a line of words, with the guids of pools and devices as the word GUID. */
export const lineOf = ({ argv }: AuditedChange): string => argv.join(" ").replace(/\b\d{14,}\b/, "GUID");

/** The last change. */
export async function lastChange(machine: Machine) {
    const [last] = await audit(machine);
    if (!last) throw new Error("nothing is recorded");
    return { line: lineOf(last), person: last.person, state: last.state };
}

/** The line of the last change, which was done on the page. */
export async function lastDone(machine: Machine): Promise<string> {
    const { line, ...rest } = await lastChange(machine);
    expect(rest).toEqual({ person: "admin", state: "done" });
    return line;
}
