import type { Command } from "../zfs/commands/command.ts";

import { hasSucceeded } from "./change-runner.ts";
import type { ChangeRequest, ChangeRunner } from "./change-runner.ts";
import { Store } from "./store.ts";

/** One of many changes: not begun, begun, or with what became of it. "stopped" will not be begun any more. */
export interface BatchItem {
    readonly command: Command;
    readonly state: "waiting" | "running" | "done" | "failed" | "stopped";
    /** Of one that ended. */
    readonly change?: ChangeRequest | undefined;
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
    #running: number | undefined;

    constructor(
        commands: readonly Command[],
        private readonly runner: ChangeRunner,
        private readonly refresh: () => void,
    ) {
        this.items = new Store(commands.map((command) => ({ command, state: "waiting" })));
    }

    /** Runs them all; resolves when the last one has ended, or it was stopped. */
    async run(): Promise<void> {
        for (const [index, { command }] of this.items.get().entries()) {
            if (this.#isStopped) break;
            this.#update(index, { state: "running" });
            const change = await this.runner.runListed(command, (id) => (this.#running = id), {
                isOneOfMany: true,
            });
            this.#running = undefined;
            this.#update(index, { state: hasSucceeded(change) ? "done" : "failed", change });
        }
        this.items.set(
            this.items.get().map((item) => (item.state === "waiting" ? { ...item, state: "stopped" } : item)),
        );
        this.refresh();
    }

    /** Begins no further one. That which runs goes on to its end. */
    stop(): void {
        this.#isStopped = true;
    }

    /** Nobody looks at it any more: it is stopped, and the page tells what becomes of the one that runs. */
    leave(): void {
        this.stop();
        if (this.#running !== undefined) this.runner.leaveDialog(this.#running);
    }

    #update(index: number, news: Partial<BatchItem>): void {
        this.items.set(this.items.get().map((item, at) => (at === index ? { ...item, ...news } : item)));
    }
}
