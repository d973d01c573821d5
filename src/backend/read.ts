// HOW WE REACH THE HOST. This folder is the only place that talks to Cockpit: it turns questions of ours into
// processes on the host, and their output, through zfs/parse, into the model. The stores call it; nothing else does.
//
// Three habits hold for every read. The options of `cockpit.spawn` are a closed set (Cockpit's own type accepts any
// misspelt key in silence). Every call has a time limit, because a command stuck in the kernel never ends, not even
// by SIGKILL: we stop waiting and say so. And the locale is C.UTF-8: with plain C, ZFS cuts its JSON off at the
// first byte that is not ASCII, and exits 0.
import cockpit from "cockpit";

import { HostError, hostError } from "./errors.ts";

const environ = ["LC_ALL=C.UTF-8"];

/** Whose rights a command has: administrative access where the person has it, or those of the person alone. */
export type Rights = typeof asAdmin | typeof asPerson;
const asAdmin = { superuser: "try" } as const;
export const asPerson = {} as const;

/** How long `zpool status` may take before its pools count as not answering, in milliseconds. */
export const statusTimeout = 5_000;
/** How long a listing may take, in milliseconds. */
export const listTimeout = 10_000;

/**
 * The standard output of a command that changes nothing. Standard input is empty.
 *
 * @param timeout milliseconds after which we stop waiting; the process is told to end, which it may not heed
 * @param rights administrative access where the person has it, if not said otherwise
 * @throws HostError
 */
export async function read(
    argv: readonly string[],
    timeout: number,
    rights: Rights = asAdmin,
): Promise<string> {
    const process = cockpit.spawn([...argv], { err: "message", environ, ...rights });
    void process.input("");
    let timer: number | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
        timer = window.setTimeout(() => {
            reject(new HostError("timeout", `no answer within ${timeout / 1000} s`, argv));
            process.close("timeout");
        }, timeout);
    });
    try {
        return await Promise.race([process, tooLate]);
    } catch (cause) {
        throw cause instanceof HostError ? cause : hostError(argv, cause);
    } finally {
        window.clearTimeout(timer);
    }
}
