import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

interface QmpMessage {
    readonly id?: number;
    readonly return?: unknown;
    readonly error?: { readonly desc: string };
    readonly event?: string;
    readonly data?: Readonly<Record<string, unknown>>;
}

interface Waiting {
    readonly accepts: (message: QmpMessage) => boolean;
    readonly resolve: (message: QmpMessage) => void;
    readonly reject: (error: Error) => void;
}

/** Is told of each event, with its data. */
export type QmpListener = (name: string, data: Readonly<Record<string, unknown>>) => void;

/** A client of the QEMU Machine Protocol (docs/interop/qmp-spec.rst in QEMU's source): one JSON object a line. */
export class Qmp {
    private readonly waiting = new Set<Waiting>();
    private readonly output: Writable;
    private readonly onEvent: QmpListener;
    private lastId = 0;
    private failure: Error | undefined;

    constructor(input: Readable, output: Writable, onEvent: QmpListener) {
        this.output = output;
        this.onEvent = onEvent;
        output.on("error", (error) => this.fail(error));
        createInterface({ input }).on("line", (line) => this.take(JSON.parse(line) as QmpMessage));
    }

    /** Leaves the protocol's negotiation mode; to be called first. */
    async greet(): Promise<void> {
        await this.execute("qmp_capabilities");
    }

    /** The answer of QEMU to a command; its refusal is thrown. */
    async execute(command: string, args: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
        const id = ++this.lastId;
        const answer = this.next((message) => message.id === id);
        this.output.write(`${JSON.stringify({ execute: command, arguments: args, id })}\n`);
        const { error, return: result } = await answer;
        if (error) throw new Error(`QEMU refuses ${command}: ${error.desc}`);
        return result;
    }

    /** What QEMU's monitor for people prints; `savevm` and `hostfwd_add` exist nowhere else. */
    async monitor(line: string): Promise<string> {
        return (await this.execute("human-monitor-command", { "command-line": line })) as string;
    }

    /** Waits for an event whose data have this field. */
    async event(name: string, field: string, value: string): Promise<void> {
        await this.next((message) => message.event === name && message.data?.[field] === value);
    }

    /** Ends everything that waits, now and later: QEMU is gone. */
    fail(error: Error): void {
        this.failure = error;
        for (const { reject } of this.waiting) reject(error);
        this.waiting.clear();
    }

    private next(accepts: Waiting["accepts"]): Promise<QmpMessage> {
        if (this.failure) return Promise.reject(this.failure);
        return new Promise((resolve, reject) => this.waiting.add({ accepts, resolve, reject }));
    }

    private take(message: QmpMessage): void {
        if (message.event !== undefined) this.onEvent(message.event, message.data ?? {});
        for (const waiting of this.waiting) {
            if (!waiting.accepts(message)) continue;
            this.waiting.delete(waiting);
            waiting.resolve(message);
        }
    }
}
