import type { Capabilities } from "../../../src/zfs/capabilities.ts";
import {
    datasetActions,
    datasetObstacle,
    isOffered,
    unmountedWith,
} from "../../../src/zfs/dataset-offers.ts";
import type { DatasetAction, DatasetObstacle } from "../../../src/zfs/dataset-offers.ts";
import { mountedAt } from "../../../src/zfs/dataset.ts";
import type { Dataset } from "../../../src/zfs/dataset.ts";

import { filesystem, volume } from "./dataset-samples.ts";

const home = filesystem("tank/home");
const all = { rewrite: true, zones: true } as Capabilities;

interface Case {
    readonly dataset?: Dataset;
    readonly isPoolReadOnly?: boolean;
    readonly mounts?: string | undefined;
    readonly capabilities?: Capabilities | undefined;
}

const obstacle = (action: DatasetAction, news: Case = {}) =>
    datasetObstacle(action, {
        dataset: home,
        isPoolReadOnly: false,
        mounts: "",
        capabilities: all,
        ...news,
    });

test.each<[DatasetAction, Case, DatasetObstacle | undefined]>([
    ["create", {}, undefined],
    ["create", { dataset: filesystem("tank/x", { keyStatus: "unavailable" }) }, "locked"],
    ["create", { isPoolReadOnly: true }, "readOnly"],
    ["mount", {}, "mounted"],
    ["mount", { dataset: { ...home, mounted: false } }, undefined],
    ["mount", { dataset: { ...home, mounted: false }, isPoolReadOnly: true }, undefined],
    ["mount", { dataset: { ...home, mounted: false, canmount: "off" } }, "cannotMount"],
    ["mount", { dataset: { ...home, mounted: false, canmount: "noauto" } }, undefined],
    ["mount", { dataset: { ...home, mounted: false, mountpoint: "none" } }, "noMountpoint"],
    ["mount", { dataset: { ...home, mounted: false, mountpoint: "legacy" } }, "legacy"],
    ["mount", { dataset: { ...home, mounted: false, keyStatus: "unavailable" } }, "locked"],
    ["unmount", {}, undefined],
    ["unmount", { dataset: { ...home, mounted: false } }, "notMounted"],
    ["unmount", { mounts: "tank/home / zfs rw 0 0\n" }, "holdsRoot"],
    ["unmount", { mounts: undefined }, "unknown"],
    ["unmount", { dataset: { ...home, mountpoint: "legacy" } }, "legacy"],
    // "set -u" leaves it mounted where it was
    ["unmount", { dataset: { ...home, mountpoint: "none" } }, undefined],
    ["share", {}, "notShared"],
    ["share", { dataset: { ...home, sharenfs: "rw=@10.0.0.0/8" } }, undefined],
    ["share", { dataset: { ...home, sharesmb: "on" } }, undefined],
    ["unshare", { dataset: { ...home, sharesmb: "on", mounted: false } }, "notMounted"],
    ["promote", {}, "noClone"],
    ["promote", { dataset: { ...home, origin: "tank/base@a" } }, undefined],
    ["rewrite", {}, undefined],
    ["rewrite", { capabilities: { ...all, rewrite: false } }, "needs234"],
    ["rewrite", { dataset: { ...home, mounted: false } }, "notMounted"],
    ["zone", { capabilities: { ...all, zones: false } }, "needs22"],
    ["zone", { capabilities: undefined }, undefined],
    ["rename", {}, undefined],
    ["rename", { dataset: filesystem("tank") }, "poolRoot"],
    ["rename", { mounts: "tank/home/a\\040b /boot zfs rw 0 0\n" }, "holdsBoot"],
    ["rename", { mounts: "tank/homes / zfs rw 0 0\n" }, undefined],
    ["destroy", {}, undefined],
    ["destroy", { dataset: volume("tank/vol") }, undefined],
    ["destroy", { dataset: filesystem("tank") }, "poolRoot"],
    ["destroy", { mounts: undefined }, "unknown"],
    ["destroy", { mounts: "/dev/sda / ext4 rw 0 0\ntank/home/root / zfs rw 0 0\n" }, "holdsRoot"],
    ["destroy", { isPoolReadOnly: true }, "readOnly"],
])("%s with %j", (action, news, expected) => {
    expect(obstacle(action, news)).toBe(expected);
});

test("a volume is not offered what needs a place to be mounted", () => {
    const offered = datasetActions.filter((action) => isOffered(action, volume("tank/vol")));
    expect(offered).toEqual(["clone", "promote", "rename", "destroy"]);
});

test("what is mounted can be unmounted, and the other way round", () => {
    expect([isOffered("mount", home), isOffered("unmount", home)]).toEqual([false, true]);
    const away = { ...home, mounted: false };
    expect([isOffered("mount", away), isOffered("unmount", away)]).toEqual([true, false]);
});

test("where something is mounted says the kernel, and the property where that is not known", () => {
    expect(mountedAt({ ...home, place: "/srv/a b" })).toBe("/srv/a b");
    expect(mountedAt({ ...home, mountpoint: "legacy" })).toBeUndefined();
    expect(mountedAt(home)).toBe("/tank/home");
    expect(mountedAt({ ...home, place: "/srv", mounted: false })).toBeUndefined();
});

test("with a filesystem goes what lies in it by name and by place", () => {
    const inIt = filesystem("tank/home/a");
    const deep = filesystem("tank/home/a/b");
    const all = [
        home,
        ...[inIt, deep, filesystem("tank/home/away", { mountpoint: "/srv" })],
        ...[
            filesystem("tank/home/off", { mounted: false }),
            filesystem("tank/guest", { mountpoint: "/tank/home/g" }),
        ],
        filesystem("tank/homes"),
    ];
    expect(unmountedWith([home], all)).toEqual([inIt, deep]);
    expect(unmountedWith([home, inIt], all)).toEqual([deep]);
    // where it is by now, and not where it would be the next time
    const [old, inOld] = [
        { ...home, place: "/old" },
        { ...inIt, place: "/old/a" },
    ];
    expect(unmountedWith([old], [old, inOld, deep])).toEqual([inOld]);
    expect(unmountedWith([], all)).toEqual([]);
});
