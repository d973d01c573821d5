import { spawn } from "node:child_process";
import { open } from "node:fs/promises";

/** What a command left behind. */
export interface CommandResult {
    readonly stdout: string;
    readonly stderr: string;
    readonly exitCode: number;
}

export interface CommandOptions {
    readonly cwd?: string;
    /** Goes to standard input, which is then closed; without it standard input is empty. */
    readonly input?: string | Buffer;
    /** A file that both outputs are appended to; the result then holds none of them. */
    readonly log?: string;
    readonly timeoutMs?: number;
}

/** The environment of every command: a person's PATH on Debian lacks the folders where mke2fs and chroot live. */
export const environment = { ...process.env, PATH: `${process.env["PATH"] ?? ""}:/usr/sbin:/sbin` };

/** Runs a command to its end, whatever its exit code. Throws if it cannot be started or takes longer than allowed. */
export async function run(argv: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
    const log = options.log === undefined ? undefined : await open(options.log, "a");
    try {
        return await spawnAndWait(argv, options, log?.fd);
    } finally {
        await log?.close();
    }
}

function spawnAndWait(
    argv: readonly string[],
    options: CommandOptions,
    log?: number,
): Promise<CommandResult> {
    const [program = "", ...args] = argv;
    return new Promise((resolve, reject) => {
        const output = log ?? "pipe";
        const child = spawn(program, args, {
            cwd: options.cwd,
            env: environment,
            stdio: ["pipe", output, output],
        });
        const stdout: Buffer[] = [];
        const stderr: Buffer[] = [];
        child.stdout?.on("data", (chunk: Buffer) => stdout.push(chunk));
        child.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));
        // a command that ends without reading its input is judged by its exit code
        child.stdin?.on("error", () => undefined);
        child.stdin?.end(options.input ?? "");
        const timer =
            options.timeoutMs === undefined
                ? undefined
                : setTimeout(() => {
                      child.kill("SIGKILL");
                      reject(new Error(`no end after ${options.timeoutMs} ms: ${argv.join(" ")}`));
                  }, options.timeoutMs);
        child.on("error", (error) => {
            clearTimeout(timer);
            reject(new Error(`cannot start ${program}: ${error.message}`));
        });
        child.on("close", (code) => {
            clearTimeout(timer);
            resolve({
                stdout: Buffer.concat(stdout).toString(),
                stderr: Buffer.concat(stderr).toString(),
                exitCode: code ?? -1,
            });
        });
    });
}

/** Like `run`, but a command that fails throws an error with what it said. */
export async function runOrThrow(
    argv: readonly string[],
    options: CommandOptions = {},
): Promise<CommandResult> {
    const result = await run(argv, options);
    if (result.exitCode === 0) return result;
    const said =
        options.log === undefined ? result.stderr.trim() || result.stdout.trim() : `see ${options.log}`;
    const line = argv.join(" ");
    const command = line.length > 100 ? `${line.slice(0, 100)}…` : line;
    throw new Error(`${command} failed with exit code ${result.exitCode}: ${said}`);
}

/** The same command with root's rights. */
export function asRoot(argv: readonly string[]): readonly string[] {
    return process.getuid?.() === 0 ? argv : ["sudo", ...argv];
}

/** The command, to be killed by the kernel when the process that started it is gone. */
export function endingWithUs(argv: readonly string[]): readonly string[] {
    return ["setpriv", "--pdeathsig", "KILL", ...argv];
}

/**
 * The same with root's rights. A process that runs a setuid program, as sudo is, loses its wish to be killed with its
 * parent (prctl(2), PR_SET_PDEATHSIG), and sudo's child has sudo for its parent: so a shell of root watches over us.
 */
export function asRootEndingWithUs(argv: readonly string[]): readonly string[] {
    if (process.getuid?.() === 0) return endingWithUs(argv);
    const watching = `"$@" & child=$!
        (while [ -e /proc/${process.pid}/exe ]; do sleep 0.2; done; kill -KILL $child) & watch=$!
        wait $child; status=$?; kill $watch; exit $status`;
    return asRoot(["sh", "-c", watching, "sh", ...argv]);
}

/** One shell word that stands for exactly this text, whatever is in it. */
export function quote(text: string): string {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}
