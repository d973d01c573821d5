import { join } from "node:path";
import { findAccelerator, qemuArguments } from "./hardware.ts";
import { imageFiles } from "./image.ts";
import { consoleTail, Qemu } from "./qemu.ts";
import type { Forward } from "./qemu.ts";
import { Ssh } from "./ssh.ts";

const sshPort = 22;
const bootTimeoutMs = 1_200_000;

/** Where one QEMU runs, and what it is to do. */
export interface VmOptions {
    readonly imageFolder: string;
    /** Holds the disks; gets the console's output and the way in by ssh. */
    readonly folder: string;
    readonly forwards: readonly Forward[];
    /** A saved state to begin with, instead of booting. */
    readonly state?: string;
}

/** A running guest: QEMU, and root's ssh into it. */
export class Vm {
    readonly qemu: Qemu;
    readonly ssh: Ssh;
    /** The ports as they are opened here, those of ssh included. */
    readonly forwards: readonly Required<Forward>[];
    private readonly folder: string;

    private constructor(qemu: Qemu, ssh: Ssh, forwards: readonly Required<Forward>[], folder: string) {
        this.qemu = qemu;
        this.ssh = ssh;
        this.forwards = forwards;
        this.folder = folder;
    }

    /** Starts QEMU and opens the ports. The guest does not answer yet: see `reach`. */
    static async start({ imageFolder, folder, forwards, state }: VmOptions): Promise<Vm> {
        const args = qemuArguments(imageFolder, findAccelerator());
        const qemu = await Qemu.start(state === undefined ? args : [...args, "-loadvm", state], folder);
        try {
            const wanted = forwards.some(({ guestPort }) => guestPort === sshPort)
                ? forwards
                : [{ guestPort: sshPort }, ...forwards];
            const opened: Required<Forward>[] = [];
            for (const forward of wanted) {
                opened.push({ guestPort: forward.guestPort, hostPort: await qemu.forward(forward) });
            }
            const port = opened.find(({ guestPort }) => guestPort === sshPort)?.hostPort ?? 0;
            const ssh = await Ssh.configure(folder, port, join(imageFolder, imageFiles.key));
            return new Vm(qemu, ssh, opened, folder);
        } catch (error) {
            await qemu.kill();
            throw error;
        }
    }

    /** Opens ssh to a guest that runs or boots, and sets its clock, which is behind after a restore. */
    async reach(): Promise<void> {
        const gone = new AbortController();
        const ended = this.qemu.ended.then((said) => {
            gone.abort();
            throw new Error(`QEMU ended: ${said}`);
        });
        try {
            await Promise.race([this.ssh.connect(bootTimeoutMs, gone.signal), ended]);
        } catch (error) {
            throw new Error(
                `the guest cannot be reached; its console ends with\n${await consoleTail(this.folder)}`,
                {
                    cause: error,
                },
            );
        }
        const { exitCode, stderr } = await this.ssh.execute(`date --set=@${Date.now() / 1000}`, {});
        if (exitCode !== 0) throw new Error(`cannot set the guest's clock: ${stderr}`);
    }

    /** Waits until all services of a booting guest have started; throws the names of those that failed. */
    async settle(): Promise<void> {
        const { stdout } = await this.ssh.execute("systemctl is-system-running --wait", {});
        if (stdout.trim() === "running") return;
        const failed = await this.ssh.execute("systemctl list-units --failed --plain --no-legend", {});
        throw new Error(`the guest is ${stdout.trim()} after booting:\n${failed.stdout}`);
    }

    async load(state: string): Promise<void> {
        await this.ssh.disconnect();
        await this.qemu.load(state);
    }

    async stop(): Promise<void> {
        await this.ssh.disconnect();
        await this.qemu.kill();
    }
}
