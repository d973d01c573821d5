import { accessSync, constants, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "./cache.ts";
import { imageFiles } from "./image.ts";
import { run } from "./process.ts";

/** The disks that tests may write to, by serial: `/dev/disk/by-id/virtio-DISK1` and so on. */
export const dataDisks = ["DISK1", "DISK2", "DISK3", "DISK4", "DISK5", "DISK6", "DISK7", "DISK8"] as const;

/** Disks that can be pulled and put back: `/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_HOT1` and so on. */
export const hotDisks = ["HOT1", "HOT2"] as const;
export type HotDisk = (typeof hotDisks)[number];

export const dataDiskSize = "1G";

/** The file of a disk, inside the folder that QEMU runs in. */
export function diskFile(name: string): string {
    return `${name}.qcow2`;
}

/** What runs the guest's instructions. */
export interface Accelerator {
    readonly kind: "kvm" | "tcg";
    readonly args: readonly string[];
    /** The processor as the guest sees it: a saved state fits no other. */
    readonly cpu: string;
    /** Why this is a slow one although the processor has what a quick one needs; for a person, who may mend it. */
    readonly hint?: string;
}

const kvm = "/dev/kvm";

/**
 * KVM where processor and device allow it, else software emulation. The device alone proves nothing: inside virtual
 * machines it can be there and open, and the guest still stops at its first instructions.
 */
export function findAccelerator(
    cpuinfo: string = readFileSync("/proc/cpuinfo", "utf8"),
    canOpen: (device: string) => boolean = isUsable,
): Accelerator {
    const isAble = /^flags\s*:.*\b(vmx|svm)\b/m.test(cpuinfo);
    if (isAble && canOpen(kvm)) {
        const cpu = /^model name\s*:\s*(.*)$/m.exec(cpuinfo)?.[1] ?? "unknown";
        return { kind: "kvm", args: ["-accel", "kvm", "-cpu", "host"], cpu };
    }
    const args = ["-accel", "tcg,thread=multi,tb-size=1024", "-cpu", "Nehalem"];
    const emulation: Accelerator = { kind: "tcg", args, cpu: "Nehalem" };
    if (!isAble) return emulation;
    const hint = `${kvm} cannot be opened (is it there, and are you in its group?): without KVM the guest is slow`;
    return { ...emulation, hint };
}

function isUsable(device: string): boolean {
    try {
        accessSync(device, constants.R_OK | constants.W_OK);
        return true;
    } catch {
        return false;
    }
}

/** What `device_add` needs to put a hot disk back at the place where it was. */
export function hotDiskDevice(disk: HotDisk): Readonly<Record<string, string | number>> {
    const place = { bus: "scsi.0", "scsi-id": hotDisks.indexOf(disk), lun: 0 };
    return { driver: "scsi-hd", id: disk, drive: disk, serial: disk, ...place };
}

const kernelParameters = [
    ...["root=LABEL=root", "rw", "console=ttyS0", "quiet", "net.ifnames=0", "mitigations=off", "panic=-1"],
    // on a busy host without KVM, time in the guest is uneven, and the kernel must not take that for broken hardware
    ...["tsc=nowatchdog", "no_timer_check", "systemd.default_timeout_start_sec=300"],
];

/** QEMU's arguments for one guest; file names of disks are relative to the folder that QEMU runs in. */
export function qemuArguments(imageFolder: string, accelerator: Accelerator): readonly string[] {
    return [
        ...accelerator.args,
        ...["-smp", "2", "-m", "3072", "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"],
        ...["-chardev", "stdio,id=qmp,signal=off", "-mon", "chardev=qmp,mode=control"],
        ...["-serial", "file:console.log"],
        ...["-kernel", join(imageFolder, imageFiles.kernel), "-initrd", join(imageFolder, imageFiles.initrd)],
        ...["-append", kernelParameters.join(" ")],
        ...[
            "-blockdev",
            blockdev("root", { driver: "qcow2", file: file(join(imageFolder, imageFiles.root)) }),
        ],
        ...["-device", "virtio-blk-pci,drive=root"],
        ...dataDisks.flatMap((disk) => [
            ...["-blockdev", blockdev(disk)],
            ...["-device", `virtio-blk-pci,drive=${disk},serial=${disk}`],
        ]),
        ...["-device", "virtio-scsi-pci,id=scsi"],
        ...hotDisks.flatMap((disk) => [
            ...["-blockdev", blockdev(disk)],
            ...["-device", JSON.stringify(hotDiskDevice(disk))],
        ]),
        ...["-netdev", "user,id=net,restrict=on", "-device", "virtio-net-pci,netdev=net,romfile="],
        ...["-device", "virtio-rng-pci"],
    ];
}

/**
 * Disks are not flushed to the host's own disk. What the guest flushed is in the host's page cache then, which
 * outlives QEMU: a cut of the guest's power loses only what a real one would.
 */
function blockdev(name: string, backing?: object): string {
    const disk = {
        driver: "qcow2",
        "node-name": name,
        file: file(diskFile(name)),
        cache: { "no-flush": true },
    };
    return JSON.stringify(backing ? { ...disk, backing } : disk);
}

function file(filename: string): object {
    return { driver: "file", filename };
}

/** A name for everything that a saved state depends on, besides the image. */
export async function hardwareKey(accelerator: Accelerator): Promise<string> {
    const version = await run(["qemu-system-x86_64", "--version"]);
    return hashOf(version.stdout, accelerator.cpu, dataDiskSize, qemuArguments("IMAGE", accelerator));
}
