// What `zfsadmin execute` answers to a change.

import { executeCall } from "../../src/backend/execute-call.ts";
import type { Extras } from "../../src/backend/execute-call.ts";
import type { Command } from "../../src/zfs/commands/command.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import type { Answer } from "./scenario.ts";

/** The command line by which the page runs a change. */
export const executeLine = (command: Command, extras?: Extras): string =>
    shellQuote(executeCall(command, extras).argv);

const lines = (...objects: readonly object[]): string =>
    objects.map((object) => `${JSON.stringify(object)}\n`).join("");

const started = { kind: "started", id: 12 };
const ended = { kind: "ended", id: 12, signal: null, stdout: "", stderr: "", duration: 5e8, recorded: true };
const holder = { id: 11, argv: ["zpool", "trim", "tank"], person: "anna", since: 1_790_000_000 };

/** The change is done. */
export const done: Answer = {
    stdout: lines(started, { ...ended, state: "done", exitStatus: 0 }),
};

/** The change is done, and ZFS calls it a failure for what did not follow. */
export const fellShort = (stderr: string): Answer => ({
    stdout: lines(started, { ...ended, state: "done", exitStatus: 1, stderr }),
});

/** The change is done, and the journal alone has it. */
export const doneInJournal: Answer = {
    stdout: lines(
        { ...started, id: null },
        { ...ended, id: null, recorded: false, state: "done", exitStatus: 0 },
    ),
};

/** ZFS said no, and perhaps what could be done about it. */
export const failed = (stderr: string, stdout = ""): Answer => ({
    stdout: lines(started, { ...ended, state: "failed", exitStatus: 1, stderr, stdout }),
    exit: 1,
});

/** The command was killed. */
export const interrupted: Answer = {
    stdout: lines(started, { ...ended, state: "unknown", exitStatus: null, signal: "SIGKILL" }),
    exit: 2,
};

/** Nothing ran. */
export const refused = (reason: string, more: object = {}): Answer => ({
    stdout: lines({ kind: "refused", reason, message: `said by the helper: ${reason}`, ...more }),
    exit: 76,
});

/** It waits for a change of anna's, and nothing more is heard until the scenario has another answer. */
export const waiting: Answer = { stdout: lines({ kind: "waiting", holder }), stays: true };

/** It runs, and does not end until the scenario has another answer. */
export const running: Answer = { stdout: lines(started), stays: true };

/** What a change of anna's is that stands in the way. */
export const busy = refused("busy", { holder });
