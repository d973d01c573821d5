import type { Dataset } from "../../../src/zfs/dataset.ts";

/** A mounted filesystem. */
export const filesystem = (name: string, more: Partial<Dataset> = {}): Dataset => ({
    name,
    type: "filesystem",
    guid: String(1000 + name.length),
    mounted: true,
    mountpoint: `/${name}`,
    canmount: "on",
    sharenfs: "off",
    sharesmb: "off",
    ...more,
});

/** A volume. */
export const volume = (name: string, more: Partial<Dataset> = {}): Dataset => ({
    name,
    type: "volume",
    guid: String(1000 + name.length),
    volsize: 1n << 30n,
    ...more,
});
