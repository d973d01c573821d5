import { ParseError } from "../zfs/parse/parse-error.ts";

import { HostError } from "./errors.ts";
import { read } from "./read.ts";
import type { Rights } from "./spawn.ts";

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

/** What understands output while it comes, in pieces cut anywhere. */
export interface Parser<T> {
    readonly add: (piece: string) => void;
    /** What all of it says. Throws a ParseError. */
    readonly end: () => T;
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
    return parsed(argv, output, () => parse(output));
}

/**
 * The same for a command that prints what it was asked for, and then ends with `exitStatus` to say something about it.
 *
 * @returns what it printed, and whether it ended so
 * @throws HostError, UnreadableOutput
 */
export async function readAsEither<T>(
    exitStatus: number,
    argv: readonly string[],
    timeout: number,
    parse: (output: string) => T,
    rights?: Rights,
): Promise<{ readonly value: T; readonly endedSo: boolean }> {
    const pieces: string[] = [];
    const endedSo = await read(argv, timeout, rights, (piece) => pieces.push(piece)).then(
        () => false,
        (error: unknown) => {
            if (error instanceof HostError && error.exitStatus === exitStatus) return true;
            throw error;
        },
    );
    const output = pieces.join("");
    return { value: parsed(argv, output, () => parse(output)), endedSo };
}

/**
 * The same for output that is long: `parser`, which is used for nothing else, reads it while it comes.
 *
 * @throws HostError, UnreadableOutput
 */
export async function readWith<T>(argv: readonly string[], timeout: number, parser: Parser<T>): Promise<T> {
    const output = await read(argv, timeout, undefined, (piece) => parser.add(piece));
    return parsed(argv, output, () => parser.end());
}

function parsed<T>(argv: readonly string[], output: string, parse: () => T): T {
    try {
        return parse();
    } catch (error) {
        throw error instanceof ParseError ? new UnreadableOutput(argv, output, error) : error;
    }
}
