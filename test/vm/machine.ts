/**
 * The test bed: virtual machines with real ZFS, real systemd and real Cockpit.
 *
 * `Machine` is what tests and `cli.ts` use; everything else here serves it. A guest (`guests.ts`) is installed from
 * Debian packages into an image (`image.ts`), the image is booted once and its state saved (`booted.ts`), and both are
 * kept outside the checkout (`cache.ts`). A machine is a private copy of the booted disks in a run folder and a QEMU
 * that begins with the saved state (`vm.ts`, `qemu.ts`, `ssh.ts`): so it answers in seconds, also without KVM, and a
 * test can break everything in it. It sees no network and no disk but its own.
 *
 * Nothing outlives the process that made it: the kernel ends QEMU with it, and the next start removes run folders
 * whose lock nobody holds.
 */
import { rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { bootedState, copyBootedDisks, provideBooted } from "./booted.ts";
import { removeFolder, withElapsed } from "./cache.ts";
import type { Progress } from "./cache.ts";
import { findGuest } from "./guests.ts";
import type { Guest } from "./guests.ts";
import { findAccelerator, hotDiskDevice } from "./hardware.ts";
import type { HotDisk } from "./hardware.ts";
import { needHost } from "./host.ts";
import { provideImage } from "./image.ts";
import type { Image } from "./image.ts";
import { quote } from "./process.ts";
import type { CommandResult } from "./process.ts";
import type { Forward } from "./qemu.ts";
import { makeRunFolder } from "./runs.ts";
import type { RunFolder } from "./runs.ts";
import { Vm } from "./vm.ts";

/** The people in every guest; `admin` may use sudo. */
export const users = { admin: "admin", reader: "reader", password: "foobar" } as const;

export interface MachineOptions {
    /** The one that `TEST_OS` chooses, if not given. */
    readonly guest?: Guest;
    /** Ports of the guest to be reached from here. */
    readonly forwards?: readonly Forward[];
    readonly onProgress?: Progress;
}

export interface ExecuteOptions {
    readonly input?: string | Buffer;
    /** 120,000 if not given. What runs in the guest is not stopped when it is over. */
    readonly timeoutMs?: number;
    /** With `false` a command that fails gives its result instead of an error. */
    readonly check?: boolean;
}

export class Machine {
    readonly guest: Guest;
    private readonly image: Image;
    private readonly run: RunFolder;
    private readonly unplugged = new Set<HotDisk>();
    private readonly onExit = () => this.removeNow();
    private forwards: readonly Forward[];
    private vm: Vm | undefined;

    private constructor(guest: Guest, image: Image, run: RunFolder, forwards: readonly Forward[]) {
        this.guest = guest;
        this.image = image;
        this.run = run;
        this.forwards = forwards;
        process.on("exit", this.onExit);
    }

    /** A machine in the booted state; image and state are made first if they are not in the cache. */
    static async start(options: MachineOptions = {}): Promise<Machine> {
        const { guest = findGuest(), forwards = [], onProgress = () => undefined } = options;
        const image = await Machine.prepare(guest, onProgress);
        const machine = new Machine(guest, image, await makeRunFolder(guest), forwards);
        try {
            await copyBootedDisks(image.folder, machine.run.folder);
            await machine.restore();
            return machine;
        } catch (error) {
            await machine.stop();
            throw error;
        }
    }

    /** Makes image and booted state if they are not in the cache. */
    static async prepare(guest: Guest, onProgress: Progress): Promise<Image> {
        await needHost();
        const progress = withElapsed(onProgress);
        const { hint } = findAccelerator();
        if (hint !== undefined) progress(hint);
        return provideImage(guest, progress, (folder) => provideBooted(folder, progress));
    }

    /**
     * Runs a command as root: a shell command line, or an argv whose words arrive as they are. Throws what the command
     * said if it fails.
     */
    async execute(command: string | readonly string[], options: ExecuteOptions = {}): Promise<CommandResult> {
        const { check = true, timeoutMs = 120_000, ...rest } = options;
        const line = typeof command === "string" ? command : command.map(quote).join(" ");
        const { ssh, qemu } = this.running;
        const result = await ssh.execute(line, { ...rest, timeoutMs });
        if (qemu.failure) throw qemu.failure;
        if (check && result.exitCode !== 0) {
            const said = result.stderr.trim() || result.stdout.trim();
            throw new Error(`in the guest, ${line} failed with exit code ${result.exitCode}: ${said}`);
        }
        return result;
    }

    /** Copies a file into the guest. */
    async upload(local: string, remote: string): Promise<void> {
        await this.write(remote, await readFile(local));
    }

    /** Makes or replaces a file in the guest. */
    async write(remote: string, content: string | Buffer): Promise<void> {
        await this.execute(`cat >${quote(remote)}`, { input: content });
    }

    /** Copies a file out of the guest; any bytes. */
    async download(remote: string, local: string): Promise<void> {
        const { stdout } = await this.execute(["base64", remote]);
        await writeFile(local, Buffer.from(stdout, "base64"));
    }

    /** Keeps the state of memory and disks under a name; all disks must be plugged. */
    async save(name: string): Promise<void> {
        if (this.unplugged.size > 0) throw new Error(`plug ${[...this.unplugged].join(", ")} before saving`);
        await this.running.qemu.save(name);
    }

    /** Goes back to a saved state, or to the booted one. The clock is set right; only ssh connections are lost. */
    async restore(name: string = bootedState): Promise<void> {
        if (this.vm?.qemu.isRunning && this.unplugged.size === 0) await this.vm.load(name);
        else await this.startVm(name);
        await this.running.reach();
    }

    /** Ends the machine at once, as when the mains fail: what the guest did not flush is lost. */
    async powerCut(): Promise<void> {
        await this.vm?.stop();
        this.vm = undefined;
    }

    /** Boots the machine from its disks after a power cut; waits until its services have started. */
    async boot(): Promise<void> {
        await this.startVm();
        await this.running.reach();
        await this.running.settle();
    }

    /** Pulls a disk out while the machine runs. */
    async unplugDisk(disk: HotDisk): Promise<void> {
        const { qmp } = this.running.qemu;
        const gone = qmp.event("DEVICE_DELETED", "device", disk);
        await Promise.all([gone, qmp.execute("device_del", { id: disk })]);
        this.unplugged.add(disk);
    }

    /** Puts a disk back, with what was on it. */
    async plugDisk(disk: HotDisk): Promise<void> {
        await this.running.qemu.qmp.execute("device_add", hotDiskDevice(disk));
        this.unplugged.delete(disk);
    }

    /** The address here of an https port of the guest that was given to `start`. */
    url(guestPort: number): string {
        const forward = this.forwards.find((known) => known.guestPort === guestPort);
        if (!forward) throw new Error(`port ${guestPort} of the guest is not forwarded`);
        return `https://127.0.0.1:${forward.hostPort}`;
    }

    /** Waits until QEMU ends by itself, because the guest was powered off; throws why, if it could not go on. */
    async untilOff(): Promise<void> {
        await this.vm?.qemu.ended;
        if (this.vm?.qemu.failure) throw this.vm.qemu.failure;
    }

    /** Ends the machine and removes its disks. */
    async stop(): Promise<void> {
        await this.powerCut();
        process.off("exit", this.onExit);
        await removeFolder(this.run.folder);
        this.run.lock.release();
        this.image.use.release();
    }

    private get running(): Vm {
        if (this.vm?.qemu.failure) throw this.vm.qemu.failure;
        if (!this.vm?.qemu.isRunning) throw new Error("the machine is off");
        return this.vm;
    }

    /** Starts QEMU anew, with the same ports; it boots, or begins with a saved state. */
    private async startVm(state?: string): Promise<void> {
        await this.powerCut();
        const options = { imageFolder: this.image.folder, folder: this.run.folder, forwards: this.forwards };
        this.vm = await Vm.start(state === undefined ? options : { ...options, state });
        this.forwards = this.vm.forwards;
        this.unplugged.clear();
    }

    private removeNow(): void {
        this.vm?.qemu.killNow();
        rmSync(this.run.folder, { recursive: true, force: true });
    }
}
