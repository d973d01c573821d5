import type { Bytes } from "./model.ts";

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
    /** Guid of the vdev whose label udev saw on it, which may be long ago. */
    readonly vdevGuid?: string | undefined;
    readonly children: readonly BlockDevice[];
}

/** A whole disk as `zfsadmin disks` describes it. */
export interface Disk extends BlockDevice {
    readonly model?: string | undefined;
    readonly serial?: string | undefined;
    readonly wwn?: string | undefined;
    /** Such as sata, sas, nvme, virtio. */
    readonly transport?: string | undefined;
    readonly slot?: { readonly enclosure: string; readonly name: string } | undefined;
    /** Degrees Celsius. */
    readonly temperature?: number | undefined;
}

/** Where a vdev lies: on a device, which is the disk itself or a part of it. */
export interface DiskPlace {
    readonly disk: Disk;
    readonly device: BlockDevice;
}
