import { ParseError } from "../zfs/parse/parse-error.ts";

import { read } from "./read.ts";
import type { Rights } from "./read.ts";

/** A command that worked, whose output is not what we know. It carries all that a bug report needs. */
export class UnreadableOutput extends Error {
    override readonly name = "UnreadableOutput";

    constructor(
        readonly argv: readonly string[],
        readonly output: string,
        override readonly cause: ParseError,
    ) {
        super(cause.message);
    }
}

/**
 * What a command that changes nothing prints, as `parse` understands it.
 *
 * @param timeout milliseconds, see `read`
 * @param rights see `read`
 * @throws HostError, UnreadableOutput
 */
export async function readAs<T>(
    argv: readonly string[],
    timeout: number,
    parse: (output: string) => T,
    rights?: Rights,
): Promise<T> {
    const output = await read(argv, timeout, rights);
    try {
        return parse(output);
    } catch (error) {
        throw error instanceof ParseError ? new UnreadableOutput(argv, output, error) : error;
    }
}
