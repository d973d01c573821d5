import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./process.ts";
import type { CommandOptions, CommandResult } from "./process.ts";

/** The configuration that reaches the guest: `ssh -F ssh_config guest` inside the folder of the running machine. */
export const sshConfig = "ssh_config";

/**
 * Root's ssh to one guest. All commands go through one connection that is opened once, because opening one takes
 * seconds under software emulation. All files are named relative to the folder that ssh runs in: the path of a socket
 * may have 108 bytes only.
 */
export class Ssh {
    private readonly folder: string;

    private constructor(folder: string) {
        this.folder = folder;
    }

    static async configure(folder: string, port: number, key: string): Promise<Ssh> {
        const lines = [
            "Host guest",
            ...[
                "HostName 127.0.0.1",
                `Port ${port}`,
                "User root",
                `IdentityFile "${key}"`,
                "IdentitiesOnly yes",
            ],
            ...[
                "StrictHostKeyChecking no",
                "UserKnownHostsFile /dev/null",
                "LogLevel ERROR",
                "BatchMode yes",
            ],
            ...["ControlPath ssh.sock", "Ciphers chacha20-poly1305@openssh.com"],
        ];
        await writeFile(join(folder, sshConfig), `${lines.join("\n")}\n`);
        return new Ssh(folder);
    }

    /** Opens the connection, trying until the guest answers; throws after the time given, or when `signal` aborts. */
    async connect(timeoutMs: number, signal: AbortSignal): Promise<void> {
        await this.disconnect();
        const deadline = Date.now() + timeoutMs;
        // the connection goes to the background and keeps its outputs, which therefore must not be pipes of ours
        const log = join(this.folder, "ssh.log");
        // QEMU takes a connection before the guest does; a guest that has little of the processor needs more patience
        for (let patience = 5; Date.now() < deadline && !signal.aborted; patience += 5) {
            const args = ["-o", `ConnectTimeout=${patience}`, "-M", "-N", "-f", "guest"];
            const attempt = this.ssh(args, { log, timeoutMs: 6 * patience * 1000 });
            if (await attempt.then(({ exitCode }) => exitCode === 0).catch(() => false)) return;
            await new Promise((resolve) => setTimeout(resolve, 200));
        }
        if (!signal.aborted) throw new Error(`the guest does not answer after ${timeoutMs / 1000} s`);
    }

    /** Closes the connection; one to a guest that is gone would never notice by itself. */
    async disconnect(): Promise<void> {
        await this.ssh(["-O", "exit", "guest"]);
        await rm(join(this.folder, "ssh.sock"), { force: true });
    }

    /** Runs a command line in root's shell. */
    async execute(command: string, options: CommandOptions): Promise<CommandResult> {
        return this.ssh(["guest", command], options);
    }

    private ssh(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
        return run(["ssh", "-F", sshConfig, ...args], { ...options, cwd: this.folder });
    }
}
