import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Machine } from "../vm/machine.ts";

/** The test bed itself keeps its promises. One machine for all; the test that boots it anew is the last. */
test.describe.configure({ mode: "serial" });

let machine: Machine;

test.beforeAll(async () => {
    test.setTimeout(30 * 60_000);
    machine = await Machine.start({ onProgress: console.log });
});

test.afterAll(async () => {
    await machine.stop();
});

const secondsNow = async () => Number((await machine.execute(["date", "+%s"])).stdout);
const disks = async () => (await machine.execute("udevadm settle; ls /dev/disk/by-id")).stdout;

test("a restore brings back disks and memory, and the clock is right @all @debian-13", async () => {
    await machine.execute("zpool create before /dev/disk/by-id/virtio-DISK1");
    await machine.save("with-pool");
    await machine.execute("zpool destroy before && echo 1 >/run/after");
    await machine.restore("with-pool");
    expect((await machine.execute("zpool list -H -o name")).stdout).toBe("before\n");
    expect((await machine.execute("test -e /run/after", { check: false })).exitCode).toBe(1);
    await machine.restore();
    expect((await machine.execute("zpool list -H -o name")).stdout).toBe("");
    expect(Math.abs((await secondsNow()) - Date.now() / 1000)).toBeLessThan(10);
});

test("words of an argv arrive as they are @all @debian-13", async () => {
    const words = ["", " a  b ", "'", `"$(id)"`, "`id`", "\\", "*", "-n", "a\nb", "ä€😀", "!!", "; false #"];
    const { stdout } = await machine.execute(["printf", "%s\\0", ...words]);
    expect(stdout.split("\0").slice(0, -1)).toEqual(words);
});

test("a command that fails throws what it said, or gives it @all @debian-13", async () => {
    await expect(machine.execute("echo no such luck >&2; exit 3")).rejects.toThrow(
        /exit code 3: no such luck/,
    );
    const result = await machine.execute("echo out; exit 3", { check: false });
    expect(result).toEqual({ stdout: "out\n", stderr: "", exitCode: 3 });
});

test("files go in and come out unchanged @all @debian-13", async () => {
    const folder = await mkdtemp(join(tmpdir(), "zfsadmin-"));
    try {
        const local = join(folder, "copy");
        const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
        await machine.write("/root/it's bytes", bytes);
        await machine.download("/root/it's bytes", local);
        expect(await readFile(local)).toEqual(bytes);
    } finally {
        await rm(folder, { recursive: true });
    }
});

test("a disk can be pulled and put back @all @debian-13", async () => {
    expect(await disks()).toMatch(/_HOT1$/m);
    await machine.unplugDisk("HOT1");
    await expect.poll(disks).not.toMatch(/_HOT1$/m);
    await machine.plugDisk("HOT1");
    await expect.poll(disks).toMatch(/_HOT1$/m);
    await machine.unplugDisk("HOT1");
    await machine.restore();
    expect(await disks()).toMatch(/_HOT1$/m);
});

test("a power cut loses what was not flushed, and nothing else @all @debian-13", async () => {
    await machine.execute("zpool create tank /dev/disk/by-id/virtio-DISK1");
    await machine.execute("echo kept >/tank/kept && sync /tank/kept; echo 1 >/run/lost");
    await machine.powerCut();
    await expect(machine.execute("true")).rejects.toThrow("the machine is off");
    await machine.boot();
    expect((await machine.execute("cat /tank/kept")).stdout).toBe("kept\n");
    expect((await machine.execute("test -e /run/lost", { check: false })).exitCode).toBe(1);
});
