import type { UnixTime } from "../zfs/model.ts";

/** What went wrong between the page and a command, as far as a machine can tell. */
export type HostErrorKind =
    | "missing" // the program is not installed
    | "permission" // this needs administrative access
    | "timeout" // no answer within the time limit; the process is still there
    | "disconnected" // Cockpit lost the host
    | "cancelled" // we gave it up ourselves
    | "failed"; // the command ran and said no

/** A command that gave no answer that we can use. `message` is what the command or Cockpit said, untranslated. */
export class HostError extends Error {
    /** The exit status, where the command ended by itself. */
    readonly exitStatus: number | undefined;
    /** When the call began that does not come back; of timeouts only. */
    readonly since: UnixTime | undefined;

    constructor(
        readonly kind: HostErrorKind,
        message: string,
        readonly argv: readonly string[],
        { exitStatus, since }: { readonly exitStatus?: number; readonly since?: UnixTime } = {},
    ) {
        super(message);
        this.name = "HostError";
        this.exitStatus = exitStatus;
        this.since = since;
    }
}

const kinds: Readonly<Record<string, HostErrorKind>> = {
    "not-found": "missing",
    "access-denied": "permission",
    "no-host": "disconnected",
    disconnected: "disconnected",
    terminated: "disconnected",
    cancelled: "cancelled",
};

/** What a rejected `cockpit.spawn` means; see "Problem codes" in Cockpit's guide. */
export function hostError(argv: readonly string[], cause: unknown): HostError {
    const { problem, message, exit_status: status } = cause as Partial<Record<string, unknown>>;
    const kind = typeof problem === "string" ? (kinds[problem] ?? "failed") : "failed";
    return new HostError(
        kind,
        typeof message === "string" ? message.trim() : String(cause),
        argv,
        typeof status === "number" ? { exitStatus: status } : {},
    );
}
