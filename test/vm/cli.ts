/** The test bed for people: `make vm`, `make run` and the like come here. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { cacheFolder } from "./cache.ts";
import { runDemo } from "./demo.ts";
import { findGuest, guests } from "./guests.ts";
import { removeImages } from "./image.ts";
import { Machine } from "./machine.ts";
import { newestRunFolder } from "./runs.ts";
import { sshConfig } from "./ssh.ts";

const usage = `usage: cli.ts COMMAND
    build [--guest NAME]                        make a guest's image and its booted state, if they are not cached
    run --deb FILE [--guest NAME] [--port N]    run the package in a guest with pools, to look at; --began UNIXTIME
                                                is when the person typed the command, if not now
    shell                                       root's shell in the guest that was started last
    clean                                       remove all guests that are not in use from ${cacheFolder}
guests: ${guests.map(({ name }) => name).join(", ")}; TEST_OS chooses one, too`;

interface Options {
    readonly guest?: string;
    readonly deb?: string;
    readonly port?: string;
    readonly began?: string;
}

const commands = new Map<string | undefined, (options: Options) => Promise<void>>([
    ["build", build],
    ["run", runPackage],
    ["shell", shell],
    ["clean", clean],
]);

async function main(): Promise<void> {
    const text = { type: "string" } as const;
    const options = { guest: text, deb: text, port: text, began: text };
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const command = commands.get(positionals[0]);
    if (!command) throw new Error(usage);
    await command(values);
}

async function build(options: Options): Promise<void> {
    const guest = findGuest(options.guest);
    const image = await Machine.prepare(guest, console.log);
    image.use.release();
    console.log(`${guest.name} is ready in ${image.folder}`);
}

async function runPackage({ guest, deb, port, began }: Options): Promise<void> {
    if (deb === undefined) throw new Error(usage);
    if (!existsSync(deb)) throw new Error(`there is no ${deb}`);
    const beganAt = began === undefined ? Date.now() : 1000 * Number(began);
    const options = { guest: findGuest(guest), deb, beganAt, onProgress: console.log };
    await runDemo(port === undefined ? options : { ...options, port: Number(port) });
}

async function shell(): Promise<void> {
    const folder = await newestRunFolder();
    if (folder === undefined) throw new Error("no guest is running");
    const ssh = spawn("ssh", ["-F", sshConfig, "-t", "guest"], { cwd: folder, stdio: "inherit" });
    process.exitCode = await new Promise<number>((resolve) => ssh.on("close", (code) => resolve(code ?? 1)));
}

async function clean(): Promise<void> {
    for (const guest of guests) await removeImages(guest, console.log);
}

// an orderly exit removes the disks of a running machine
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));

main().catch((error: unknown) => {
    for (let cause = error; cause instanceof Error; cause = cause.cause) console.error(cause.message);
    process.exitCode = 1;
});
