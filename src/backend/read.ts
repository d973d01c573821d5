// HOW WE REACH THE HOST. This folder is the only place that talks to Cockpit: it turns questions of ours into
// processes on the host, and their output, through zfs/parse, into the model. The stores call it; nothing else does.
//
// Every process is started by spawn.ts, with a closed set of options. Two habits hold for every read. Each call has a time
// limit, because a command stuck in the kernel never ends, not even by SIGKILL: we stop waiting and say so. And the same
// command is not started again while such a one is still there, or a pool in trouble would gather stuck processes by the
// hour; only once in a while, more and more rarely, because the end of a process may be lost on its way to us.
import type { UnixTime } from "../zfs/model.ts";

import { hostTime } from "./clock.ts";
import { HostError, hostError } from "./errors.ts";
import { asAdmin, spawnBytes } from "./spawn.ts";
import type { Rights } from "./spawn.ts";

/** How long `zpool status` may take before its pools count as not answering, in milliseconds. */
export const statusTimeout = 5_000;
/** How long a listing may take, in milliseconds. */
export const listTimeout = 10_000;

/** A command line that was given up and has not ended. */
interface Stuck {
    /** When it was first started. */
    readonly since: UnixTime;
    /** Milliseconds until it is tried again. */
    readonly pause: number;
    /** When that will be, by the browser's clock in milliseconds. */
    readonly again: number;
}

const stuck = new Map<string, Stuck>();
/** A lost end is found out soon, and five processes are all that the first hour of a stuck pool gathers. */
const [shortestPause, growth, longestPause] = [10_000, 4, 3_600_000];

const noAnswer = (argv: readonly string[], since: UnixTime): HostError =>
    new HostError("timeout", `no answer since ${new Date(since * 1000).toISOString()}`, argv, { since });

/**
 * The standard output of a command that changes nothing, with a sign (U+FFFD) for what is no UTF-8. Standard input is
 * empty.
 *
 * @param timeout milliseconds after which we stop waiting; until the process ends, calls with the same `argv` fail
 *     at once, but for a few
 * @param rights administrative access where the person has it, if not said otherwise
 * @param onPiece is given the output while it comes, cut anywhere; also that of a command that fails later
 * @throws HostError
 */
export async function read(
    argv: readonly string[],
    timeout: number,
    rights: Rights = asAdmin,
    onPiece: (piece: string) => void = () => undefined,
): Promise<string> {
    const line = argv.join("\0");
    const before = stuck.get(line);
    if (before && performance.now() < before.again) throw noAnswer(argv, before.since);

    const since = before?.since ?? hostTime();
    const pause = before ? Math.min(growth * before.pause, longestPause) : shortestPause;
    // a name of any bytes must not hide the rest: as text, later bridges take them for an error
    const process = spawnBytes(argv, rights);
    void process.input();
    const decoder = new TextDecoder();
    const pieces: string[] = [];
    const add = (piece: string) => {
        pieces.push(piece);
        onPiece(piece);
    };
    void process.stream((bytes: Uint8Array) => add(decoder.decode(bytes, { stream: true })));
    return new Promise<string>((resolve, reject) => {
        const timer = setTimeout(() => {
            stuck.set(line, { since, pause, again: performance.now() + pause });
            reject(noAnswer(argv, since));
        }, timeout);
        const ended = () => {
            clearTimeout(timer);
            stuck.delete(line);
        };
        process.then(
            (rest) => {
                ended();
                add(decoder.decode(rest));
                resolve(pieces.join(""));
            },
            (cause: unknown) => {
                ended();
                reject(hostError(argv, cause));
            },
        );
    });
}
