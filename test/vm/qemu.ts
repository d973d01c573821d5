import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { endingWithUs, environment } from "./process.ts";
import { Qmp } from "./qmp.ts";

/** A port of the guest that is reachable from this machine, and only from it. */
export interface Forward {
    readonly guestPort: number;
    /** On 127.0.0.1; a free one is chosen for 0, or if it is not given. */
    readonly hostPort?: number;
}

/** What a person is told whose port another program has. */
export function portInUse(port: number): Error {
    return new Error(`port ${port} of 127.0.0.1 cannot be opened; is it in use?`);
}

/** One QEMU process. It ends when the process that started it does. */
export class Qemu {
    readonly qmp: Qmp;
    /** Settles when QEMU is gone, with what it said. */
    readonly ended: Promise<string>;
    private readonly child: ChildProcess;
    private running = true;
    private failed: Error | undefined;

    private constructor(args: readonly string[], folder: string) {
        const [program = "", ...rest] = endingWithUs(["qemu-system-x86_64", ...args]);
        const child = spawn(program, rest, { cwd: folder, env: environment, stdio: "pipe" });
        this.child = child;
        this.qmp = new Qmp(child.stdout, child.stdin, (name, { nospace }) => {
            // QEMU has stopped the guest, which would wait for good, and whoever waits for it as well
            if (name === "BLOCK_IO_ERROR" && nospace === true)
                this.fail(`the file system of ${folder} is full`);
        });
        let said = "";
        child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
        this.ended = new Promise((resolve) => {
            child.on("error", (error) => resolve(error.message));
            child.on("close", () => resolve(this.failed?.message ?? said.trim()));
        });
        void this.ended.then((text) => {
            this.running = false;
            this.qmp.fail(new Error(`QEMU has ended${text ? `: ${text}` : ""}`));
        });
    }

    /** Starts QEMU in a folder and returns when it answers; throws what it said if it ends before. */
    static async start(args: readonly string[], folder: string): Promise<Qemu> {
        const qemu = new Qemu(args, folder);
        await qemu.qmp.greet();
        return qemu;
    }

    get isRunning(): boolean {
        return this.running;
    }

    /** Why we ended QEMU, if it could not go on: whatever failed since then has failed for that. */
    get failure(): Error | undefined {
        return this.failed;
    }

    /** Opens a port of the guest and returns its port here. */
    async forward({ guestPort, hostPort = 0 }: Forward): Promise<number> {
        const refusal = await this.qmp.monitor(`hostfwd_add net tcp:127.0.0.1:${hostPort}-:${guestPort}`);
        if (refusal.trim()) throw portInUse(hostPort);
        const table = await this.qmp.monitor("info usernet");
        const line = new RegExp(
            `HOST_FORWARD\\]\\s+\\d+\\s+127\\.0\\.0\\.1\\s+(\\d+)\\s+\\S+\\s+${guestPort}\\s`,
        );
        const port = line.exec(table)?.[1];
        if (!port) throw new Error(`QEMU does not show the forwarded port ${guestPort}:\n${table}`);
        return Number(port);
    }

    /** Keeps the whole state of the machine, memory and disks, under a name. */
    async save(name: string): Promise<void> {
        await this.silently(`savevm ${name}`);
    }

    /** Goes back to a state that was saved with the same devices. */
    async load(name: string): Promise<void> {
        await this.silently(`loadvm ${name}`);
    }

    /** Ends QEMU at once. */
    async kill(): Promise<void> {
        this.killNow();
        await this.ended;
    }

    /** The same without waiting, for the exit of this process. */
    killNow(): void {
        this.child.kill("SIGKILL");
    }

    private fail(why: string): void {
        this.failed = new Error(why);
        this.killNow();
    }

    private async silently(line: string): Promise<void> {
        const said = (await this.qmp.monitor(line)).trim();
        if (said) throw new Error(`QEMU's ${line}: ${said}`);
    }
}

/** The end of what the guest wrote to its console, for error messages. */
export async function consoleTail(folder: string): Promise<string> {
    const text = await readFile(join(folder, "console.log"), "utf8").catch(() => "");
    return text.trim().split("\n").slice(-15).join("\n");
}
