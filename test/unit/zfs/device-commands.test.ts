import { OperandError } from "../../../src/zfs/commands/command.ts";
import * as device from "../../../src/zfs/commands/device.ts";
import { seenVdev } from "../../../src/zfs/commands/expect.ts";
import type { Vdev } from "../../../src/zfs/model.ts";

const tank = { name: "tank", guid: "9610273138761160755" };
const disk = { name: "ata-X", guid: "123" };

test.each([
    [device.offlineDevice(tank, disk, false), "zpool offline tank 123", "disruptive"],
    [device.offlineDevice(tank, disk, true), "zpool offline -t tank 123", "disruptive"],
    [device.onlineDevice(tank, disk), "zpool online tank 123", "none"],
    [device.expandDevice(tank, disk), "zpool online -e tank 123", "disruptive"],
    [device.clearErrors(tank, disk), "zpool clear tank 123", "none"],
    [device.clearErrors(tank), "zpool clear tank", "none"],
    [device.detachDevice(tank, disk), "zpool detach tank 123", "disruptive"],
    [device.removeDevice(tank, disk), "zpool remove tank 123", "disruptive"],
    [device.stopRemove(tank), "zpool remove -s tank", "disruptive"],
    [device.startTrim(tank, disk, "1048576"), "zpool trim -r 1048576 tank 123", "none"],
    [device.startTrim(tank), "zpool trim tank", "none"],
    [device.resumeTrim(tank, disk), "zpool trim tank 123", "none"],
    [device.pauseTrim(tank, disk), "zpool trim -s tank 123", "none"],
    [device.stopTrim(tank), "zpool trim -c tank", "none"],
    [device.startInitialize(tank, disk), "zpool initialize tank 123", "disruptive"],
    [device.resumeInitialize(tank, disk), "zpool initialize tank 123", "none"],
    [device.pauseInitialize(tank, disk), "zpool initialize -s tank 123", "none"],
    [device.stopInitialize(tank, disk), "zpool initialize -c tank 123", "none"],
    [device.reopenDevices(tank), "zpool reopen tank", "none"],
])("$purpose.kind names the pool that was seen, and the device by its guid", (command, line, danger) => {
    expect(command.argv.join(" ")).toBe(line);
    expect(command.danger).toBe(danger);
    expect(command.expect).toEqual({ pools: [tank] });
    expect(command.touches).toEqual([{ pool: "tank" }]);
});

test.each([
    [device.replaceDevice, "replace"],
    [device.attachDisk, "attach"],
] as const)("a disk is given with what the person saw of it: %p", (build, subcommand) => {
    const seen = { path: "/dev/disk/by-id/ata-Y", serial: "Y", size: 4096, signatures: [null] };
    const command = build(tank, disk, seen, { isSequential: false, isForced: false });
    expect(command.argv).toEqual(["zpool", subcommand, "tank", "123", seen.path]);
    expect(command.expect).toEqual({ pools: [tank], disks: [seen] });
    const forced = build(tank, disk, seen, { isSequential: true, isForced: true });
    expect(forced.argv).toEqual(["zpool", subcommand, "-f", "-s", "tank", "123", seen.path]);
    expect(forced.expect).toEqual(command.expect);
});

test("a spare of the pool is put in without force, and as it was seen where a disk stands for it", () => {
    const seen = { path: "/dev/disk/by-id/ata-S", serial: "S", size: 4096, signatures: ["gpt"] };
    const command = device.replaceBySpare(tank, disk, { path: seen.path, seen }, false);
    expect(command.argv).toEqual(["zpool", "replace", "tank", "123", seen.path]);
    expect(command.expect).toEqual({ pools: [tank], disks: [seen] });
    const spread = device.replaceBySpare(tank, disk, { path: "draid2-0-0" }, true);
    expect(spread.argv).toEqual(["zpool", "replace", "-s", "tank", "123", "draid2-0-0"]);
    expect(spread.expect).toEqual({ pools: [tank] });
});

test("what depends on the devices around expects these as they were seen", () => {
    const states = [
        { name: "ata-X", guid: "123", state: "ONLINE" },
        { name: "ata-Y", guid: "124", state: "DEGRADED" },
    ];
    const children = states.map((one) => ({ ...one, notes: [], children: [] }));
    const mirror: Vdev = { name: "mirror-0", guid: "9", state: "ONLINE", notes: [], children };
    const place = { vdev: children[0] as Vdev, above: [mirror] };
    const within = { pool: "tank", name: "mirror-0", guid: "9", devices: states };
    expect(seenVdev(tank, place)).toEqual(within);
    const alone = { ...within, name: "ata-X", guid: "123", devices: states.slice(0, 1) };
    expect(seenVdev(tank, { ...place, above: [] })).toEqual(alone);
    const unknown = { ...mirror, children: [...children, { name: "ata-Z", notes: [], children: [] }] };
    expect(seenVdev(tank, { ...place, above: [unknown] })).toBeUndefined();

    const seen = { ...disk, within };
    const free = { path: "/dev/disk/by-id/ata-Z", serial: "Z", size: 4096, signatures: [null] };
    const plainly = { isSequential: false, isForced: false };
    for (const command of [
        device.detachDevice(tank, seen),
        device.offlineDevice(tank, seen, false),
        device.removeDevice(tank, seen),
        device.replaceBySpare(tank, seen, { path: "draid2-0-0" }, false),
    ])
        expect(command.expect).toEqual({ pools: [tank], vdevs: [within] });
    for (const build of [device.attachDisk, device.replaceDevice])
        expect(build(tank, seen, free, plainly).expect).toEqual({
            ...{ pools: [tank], vdevs: [within] },
            disks: [free],
        });
    expect(device.onlineDevice(tank, seen).expect).toEqual({ pools: [tank] });
});

test("a device without a guid makes no command", () => {
    expect(() => device.onlineDevice(tank, { ...disk, guid: "" })).toThrow(OperandError);
});
