import type { Command } from "../zfs/commands/command.ts";

import { protocol } from "./protocol.ts";

/** How a command is run, beside what it is. */
export interface Extras {
    /** The bytes that the command reads; any bytes. */
    readonly secret?: Uint8Array | undefined;
    /** Run it although it can be recorded in the journal only. */
    readonly journalOnly?: boolean | undefined;
}

/** A call of the helper. */
export interface ExecuteCall {
    readonly argv: readonly string[];
    /** Standard input: what is expected, then the secret. Each is as long as `argv` says, to the byte. */
    readonly input: Uint8Array;
}

/** The call of `zfsadmin execute` that runs `command`; see zfsadmin(8). */
export function executeCall(command: Command, { secret, journalOnly = false }: Extras = {}): ExecuteCall {
    if ((command.secret !== undefined) !== (secret !== undefined))
        throw new Error("a command has a secret if and only if it asks for one");
    const expect = new TextEncoder().encode(JSON.stringify(command.expect));
    const options = [
        ...["--expect-length", String(expect.length)],
        ...(secret ? ["--secret-length", String(secret.length)] : []),
        ...(journalOnly ? ["--journal-only"] : []),
        ...["--origin", "page", "--protocol", String(protocol)],
    ];
    return {
        argv: ["zfsadmin", "execute", ...options, "--", ...command.argv],
        input: joined(expect, secret ?? new Uint8Array()),
    };
}

/** Both in a buffer of their own: Cockpit sends a buffer from its beginning, wherever a view of it begins. */
function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
    const bytes = new Uint8Array(first.length + second.length);
    bytes.set(first);
    bytes.set(second, first.length);
    return bytes;
}
