import { createServer } from "node:net";
import { installDeb } from "./install-deb.ts";
import { Machine, users } from "./machine.ts";
import type { MachineOptions } from "./machine.ts";
import { portInUse } from "./qemu.ts";

const cockpitPort = 9090;

/** Something to look at: a healthy pool with datasets and a snapshot, and a mirror that lacks a disk. */
const makePools = `set -e
by_id() { for disk; do echo /dev/disk/by-id/virtio-$disk; done; }
zpool create tank raidz2 $(by_id DISK1 DISK2 DISK3 DISK4 DISK5 DISK6)
zfs create -o compression=lz4 tank/home
zfs create -o quota=1G tank/home/anna
zfs create tank/home/ben
zfs create -o recordsize=1M tank/media
head -c 50M /dev/urandom >/tank/media/film
head -c 5M /dev/urandom >/tank/home/anna/letters
zfs snapshot -r tank@first-day
zpool create backup mirror $(by_id DISK7 DISK8)
zfs create backup/archive
zpool offline backup $(by_id DISK8)`;

export interface DemoOptions extends MachineOptions {
    /** The package with the product. */
    readonly deb: string;
    /** When the person asked for it, in milliseconds since 1970. */
    readonly beganAt: number;
    /** Where Cockpit is to be found on 127.0.0.1; Cockpit's usual port, or any, if not given. */
    readonly port?: number;
}

/** Runs a machine for a person to look at, until the guest is powered off or this process is ended. */
export async function runDemo({ deb, beganAt, port, ...options }: DemoOptions): Promise<void> {
    const { onProgress = () => undefined } = options;
    // making the guest may take long, and QEMU says it at the end only
    if (port !== undefined && !(await isFree(port))) throw portInUse(port);
    const hostPort = port ?? ((await isFree(cockpitPort)) ? cockpitPort : 0);
    const machine = await Machine.start({ ...options, forwards: [{ guestPort: cockpitPort, hostPort }] });
    try {
        onProgress(`installing ${deb} in ${machine.guest.name}`);
        await installDeb(machine, deb);
        onProgress("making pools to look at");
        await machine.execute(makePools);
        onProgress(`
    ${machine.url(cockpitPort)}/

The browser will warn of the guest's own certificate. Log in as "${users.admin}", who may use sudo, or as
"${users.reader}", who may not; the password of both is "${users.password}". Ctrl-C ends it and removes everything.

Ready after ${Math.round((Date.now() - beganAt) / 1000)} s.
`);
        await machine.untilOff();
    } finally {
        await machine.stop();
    }
}

function isFree(port: number): Promise<boolean> {
    return new Promise((resolve) => {
        const server = createServer();
        server.on("error", () => resolve(false));
        server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
    });
}
