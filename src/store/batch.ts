import type { Command } from "../zfs/commands/command.ts";
import type { Outcome } from "../zfs/outcome.ts";

import { hasSucceeded } from "./change-runner.ts";
import type { ChangeRunner, Ended } from "./change-runner.ts";
import { Store } from "./store.ts";

/** One of many changes that are to be run. */
export interface BatchJob {
    readonly command: Command;
    /** What is run once more after this outcome, in the place of the command; undefined if nothing is. */
    readonly again?: (outcome: Outcome) => Command | undefined;
}

/** What has become of one of many changes: not begun, begun, or ended. "stopped" will not be begun any more. */
export interface BatchItem {
    readonly command: Command;
    readonly state: "waiting" | "running" | "done" | "failed" | "stopped";
    /** The number under which the store of changes has it while it runs. */
    readonly id?: number | undefined;
    /** What was run, in its order; none before it has ended. */
    readonly tries: readonly Ended[];
}

/** Whether it has come to an end of its own. */
export const hasEnded = ({ state }: BatchItem): boolean => state === "done" || state === "failed";

/**
 * Many changes, run one after the other, each as if it were asked for alone. What fails does not keep the others from
 * being tried. It can be stopped between two of them.
 */
export class Batch {
    readonly items: Store<readonly BatchItem[]>;
    #isStopped = false;

    constructor(
        private readonly jobs: readonly BatchJob[],
        private readonly runner: Pick<ChangeRunner, "runListed" | "leaveDialog">,
        private readonly refresh: () => void,
    ) {
        this.items = new Store(jobs.map(({ command }) => ({ command, state: "waiting", tries: [] })));
    }

    /** Runs them all; gives what has become of them when the last one has ended, or it was stopped. */
    async run(): Promise<readonly BatchItem[]> {
        for (const [index, { command, again }] of this.jobs.entries()) {
            if (this.#isStopped) break;
            const first = await this.#try(index, command);
            const rest = this.#isStopped ? undefined : again?.(first.outcome);
            const last = rest ? await this.#try(index, rest) : first;
            this.#update(index, {
                state: hasSucceeded(last) ? "done" : "failed",
                id: undefined,
                tries: rest ? [first, last] : [first],
            });
        }
        this.items.set(
            this.items.get().map((item) => (item.state === "waiting" ? { ...item, state: "stopped" } : item)),
        );
        this.refresh();
        return this.items.get();
    }

    /** Begins no further one. That which runs goes on to its end. */
    stop(): void {
        this.#isStopped = true;
    }

    /** Nobody looks at it any more: it is stopped, and the page tells what becomes of the one that runs. */
    leave(): void {
        this.stop();
        const running = this.items.get().find(({ state }) => state === "running");
        if (running?.id !== undefined) this.runner.leaveDialog(running.id);
    }

    #try(index: number, command: Command): Promise<Ended> {
        return this.runner.runListed(command, (id) => this.#update(index, { state: "running", id }), {
            isOneOfMany: true,
        });
    }

    #update(index: number, news: Partial<BatchItem>): void {
        this.items.set(this.items.get().map((item, at) => (at === index ? { ...item, ...news } : item)));
    }
}
