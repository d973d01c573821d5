import type { Bytes, Word } from "./model.ts";

/** What udev found on a device, which may be of long ago. */
export interface DeviceContent {
    /** Such as ext4, zfs_member, LVM2_member, crypto_LUKS. */
    readonly type?: string | undefined;
    readonly label?: string | undefined;
    /** Kind of its partition table: gpt, dos. */
    readonly table?: string | undefined;
}

/** A block device: a whole disk, or what stands on one. */
export interface BlockDevice {
    /** The kernel's: `sda1`. */
    readonly name: string;
    /** Its node in /dev. */
    readonly path: string;
    readonly size?: Bytes | undefined;
    /** Full paths of its lasting names, the best first. */
    readonly byId: readonly string[];
    readonly byPath: readonly string[];
    /** The aliases of vdev_id.conf(5). */
    readonly byVdev: readonly string[];
    readonly kind?: Word<"disk" | "partition" | "multipath" | "crypt" | "lvm" | "md"> | undefined;
    readonly readOnly?: boolean | undefined;
    /** Undefined when it is blank as far as udev knows. */
    readonly content?: DeviceContent | undefined;
    /** Guid of the vdev whose label udev saw on it, which may be long ago. */
    readonly vdevGuid?: string | undefined;
    /** Where its file system is mounted. */
    readonly mounts: readonly string[];
    /** Whether the kernel swaps to it. */
    readonly swap?: boolean | undefined;
    readonly children: readonly BlockDevice[];
}

/** A whole disk as `zfsadmin disks` describes it. */
export interface Disk extends BlockDevice {
    /** Why it is not to be offered: it belongs to the system, or is none (zvol, loop, md, …). */
    readonly apart?: Word<"system"> | undefined;
    readonly model?: string | undefined;
    readonly serial?: string | undefined;
    readonly wwn?: string | undefined;
    /** Such as sata, sas, nvme, virtio. */
    readonly transport?: string | undefined;
    /** Whether it has turning platters. */
    readonly rotational?: boolean | undefined;
    /** Bytes of the smallest piece that it is told to read or write, and that it really does. */
    readonly logicalBlock?: number | undefined;
    readonly physicalBlock?: number | undefined;
    readonly slot?: { readonly enclosure: string; readonly name: string } | undefined;
    /** Degrees Celsius. */
    readonly temperature?: number | undefined;
}

/** Where a vdev lies: on a device, which is the disk itself or a part of it. */
export interface DiskPlace {
    readonly disk: Disk;
    readonly device: BlockDevice;
}

/** A device and all that stands on it. */
export const devicesOf = (device: BlockDevice): readonly BlockDevice[] => [
    device,
    ...device.children.flatMap(devicesOf),
];
