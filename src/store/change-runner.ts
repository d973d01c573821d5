import type { executeAsPerson } from "../backend/execute-as-person.ts";
import type { ChangeProgress, execute } from "../backend/execute.ts";
import type { Command } from "../zfs/commands/command.ts";
import type { Holder, Outcome } from "../zfs/outcome.ts";

import type { HelperState } from "./helper.ts";
import type { Store } from "./store.ts";

/** Milliseconds after which a change takes some time, and after which it takes long. */
export const patience = { some: 5_000, long: 60_000 };

/** A change that the person asked for, from the click until it was told what became of it. */
export interface ChangeRequest {
    readonly id: number;
    readonly command: Command;
    /** How long it takes, for as long as it runs. */
    readonly takes: "moment" | "some" | "long";
    /** Shown by the dialog in which it was asked for; by the page otherwise. */
    readonly isInDialog: boolean;
    /** It runs with the person's own rights, and stands in the pool's history alone. */
    readonly isDelegated?: true;
    /** It runs within the person's session on the host, and may end with that. */
    readonly isInSession?: boolean;
    /** The change that has to end first, while it waits for one. */
    readonly holder?: Holder | undefined;
    /** Undefined while it runs. */
    readonly outcome?: Outcome | undefined;
}

/** How a change is to be run. */
export interface RunOptions {
    /** It is not kept here: it is gone when the change has been sent. */
    readonly secret?: Uint8Array | undefined;
    readonly journalOnly?: boolean | undefined;
    readonly isInDialog?: boolean | undefined;
    /** More will follow at once, and who runs them asks the host afterwards. */
    readonly isOneOfMany?: boolean | undefined;
    /** It runs with the rights that were delegated to the person, without administrative access. */
    readonly isDelegated?: true | undefined;
}

/** How changes are run one after another. */
interface Turns {
    /** How each is to be run, asked at its turn; undefined if it and the rest are not wanted any more. */
    readonly optionsOf: (command: Command) => RunOptions | undefined;
    /** Told the number under which the store has the next one. */
    readonly onStart: (id: number) => void;
    readonly onEnd: (change: Ended) => void;
    /** The page tells of each that was done, not of the last one alone. */
    readonly tellsEach?: boolean;
}

/** A change that runs: its number, and what becomes of it. */
interface Started {
    readonly id: number;
    readonly end: Promise<Outcome>;
}

/** A change that has come to its end. */
export type Ended = ChangeRequest & { readonly outcome: Outcome };

/** Whether it is done, whatever ZFS had to remark on it. */
export const hasSucceeded = ({ outcome }: Pick<ChangeRequest, "outcome">): boolean =>
    outcome?.kind === "ended" && outcome.state === "done";

/** Whether all went well and ZFS had nothing to remark. */
export const isDone = ({ outcome, isDelegated }: ChangeRequest): boolean =>
    outcome?.kind === "ended" &&
    outcome.state === "done" &&
    outcome.stderr === "" &&
    (outcome.recorded || isDelegated === true);

/** How often a change that is refused as busy in passing is tried again, and after how many milliseconds. */
export const again = { times: 3, pause: 1_000 };

/** Each try is recorded by the helper; to the person they are one change. */
async function untilFree(
    command: Command,
    execute: () => Promise<Outcome>,
    left = again.times,
): Promise<Outcome> {
    const outcome = await execute();
    const isBusy =
        outcome.kind === "ended" && outcome.state === "failed" && /\bis busy\b/.test(outcome.stderr);
    if (!command.isBusyInPassing || !isBusy || left === 0) return outcome;
    await new Promise((resolve) => setTimeout(resolve, again.pause));
    return untilFree(command, execute, left - 1);
}

/** What was so already is done, also where ZFS calls that a failure. */
const asDone = ({ already }: Command, outcome: Outcome): Outcome =>
    already !== undefined &&
    outcome.kind === "ended" &&
    outcome.state === "failed" &&
    outcome.stderr.trimEnd().endsWith(already)
        ? { ...outcome, state: "done", stderr: "" }
        : outcome;

/** Runs changes, and keeps each in a store until the person knows what became of it. */
export class ChangeRunner {
    #lastId = 0;

    /**
     * @param refresh asks the host how things are now, after every change
     * @param suspect told the pools of a change that takes long and should not
     */
    constructor(
        private readonly store: Store<readonly ChangeRequest[]>,
        private readonly host: {
            readonly execute: typeof execute;
            readonly executeAsPerson: typeof executeAsPerson;
            readonly refresh: () => void;
            readonly setHelper: (state: HelperState) => void;
            readonly suspect: (pools: readonly string[]) => void;
        },
    ) {}

    /** Runs a change and gives the number under which the store has it. */
    run(command: Command, options: RunOptions = {}): number {
        return this.#start(command, options).id;
    }

    /**
     * Runs changes one after another, each only when the one before is done, also when nobody looks on any more.
     * What was done without a word on the way to the next is not kept, and what ZFS had to remark is told by the page.
     *
     * @returns how many were done
     */
    async runInTurn(
        commands: readonly Command[],
        { optionsOf, onStart, onEnd, tellsEach = false }: Turns,
    ): Promise<number> {
        for (const [place, command] of commands.entries()) {
            const options = optionsOf(command);
            if (!options) return place;
            const { id, end } = this.#start(command, options);
            onStart(id);
            const ended = this.#endedAs(id, command, await end);
            onEnd(ended);
            if (!hasSucceeded(ended)) return place;
            this.#pass(id, tellsEach, place === commands.length - 1);
        }
        return commands.length;
    }

    /** The next one begins, or the dialog goes: it has no place for what ZFS had to remark, so the page tells it. */
    #pass(id: number, isTold: boolean, isLast: boolean): void {
        const change = this.store.get().find((one) => one.id === id);
        if (!change?.isInDialog) return;
        if (!isDone(change) || (isTold && !isLast)) this.#update(id, { isInDialog: false });
        else if (!isLast) this.dismiss(id);
    }

    /**
     * Runs a change for a dialog that lists what becomes of many: what it has told there, the page does not tell again.
     *
     * @param onStart told the number under which the store has it
     */
    async runListed(
        command: Command,
        onStart: (id: number) => void,
        options: Pick<RunOptions, "isOneOfMany"> = {},
    ): Promise<Ended> {
        const { id, end } = this.#start(command, { ...options, isInDialog: true });
        onStart(id);
        const ended = this.#endedAs(id, command, await end);
        if (ended.isInDialog) this.dismiss(id);
        return ended;
    }

    /** A change with its outcome, also when nobody keeps it any more. */
    #endedAs(id: number, command: Command, outcome: Outcome): Ended {
        const change = this.store.get().find((one) => one.id === id);
        return { id, command, takes: "moment", isInDialog: false, ...change, outcome };
    }

    #start(
        command: Command,
        { isInDialog = false, isOneOfMany = false, isDelegated, ...extras }: RunOptions,
    ): Started {
        const id = ++this.#lastId;
        const request: ChangeRequest = { id, command, takes: "moment", isInDialog };
        this.store.set([...this.store.get(), { ...request, ...(isDelegated && { isDelegated }) }]);
        const onProgress = (line: ChangeProgress) =>
            this.#update(
                id,
                line.kind === "waiting"
                    ? { holder: line.holder }
                    : { holder: undefined, isInSession: line.isInSession },
            );
        const timers = (["some", "long"] as const).map((takes) =>
            setTimeout(() => this.#wait(id, command, takes), patience[takes]),
        );
        const execute = () =>
            isDelegated
                ? this.host.executeAsPerson(command)
                : this.host.execute(command, { ...extras, onProgress });
        const end = untilFree(command, execute).then((last) => {
            const outcome = asDone(command, last);
            timers.forEach(clearTimeout);
            this.#update(id, { outcome, holder: undefined });
            if (outcome.kind === "refused" && "version" in outcome.refusal)
                this.host.setHelper({ kind: "updated", version: outcome.refusal.version });
            if (!isOneOfMany) this.host.refresh();
            return outcome;
        });
        return { id, end };
    }

    #wait(id: number, { isLong, touches }: Command, takes: "some" | "long"): void {
        this.#update(id, { takes });
        if (takes === "long" && !isLong) this.host.suspect(touches.map(({ pool }) => pool));
    }

    /** Its dialog is gone: what went wrong was read there. What runs, and what ZFS had to remark, is for the page to tell. */
    leaveDialog(id: number): void {
        const change = this.store.get().find((one) => one.id === id);
        if (!change?.isInDialog) return;
        if (change.outcome && !hasSucceeded(change)) this.dismiss(id);
        else this.#update(id, { isInDialog: false });
    }

    /** The person has seen what became of it. */
    dismiss(id: number): void {
        this.store.set(this.store.get().filter((change) => change.id !== id));
    }

    #update(id: number, news: Partial<ChangeRequest>): void {
        this.store.set(
            this.store.get().map((change) => (change.id === id ? { ...change, ...news } : change)),
        );
    }
}
