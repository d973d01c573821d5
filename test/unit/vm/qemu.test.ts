/** What QEMU tells of itself, and what comes of that. QEMU is a program here that speaks its protocol as it is bidden. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type * as QemuModule from "../../vm/qemu.ts";

// programs are started, which on a busy machine takes its time
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), "zfsadmin-qemu-"));
let qemuModule: typeof QemuModule;

/** Answers each line with what was asked for by the name of a command, and goes on until it is ended. */
const fake = `#!/usr/bin/env node
const say = (message) => console.log(JSON.stringify(message));
const fail = (nospace) => say({ event: "BLOCK_IO_ERROR", data: { node: "root", action: "stop", nospace } });
say({ QMP: {} });
require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
    const { execute, id } = JSON.parse(line);
    if (execute === "write-to-broken") fail(false);
    if (execute === "write-to-full") fail(true);
    else say({ return: execute, id });
});
`;

beforeAll(async () => {
    writeFileSync(join(folder, "qemu-system-x86_64"), fake, { mode: 0o755 });
    process.env["PATH"] = `${folder}:${process.env["PATH"]}`;
    qemuModule = await import("../../vm/qemu.ts");
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a host's disk that is full ends the guest, which would stand still, and all that waits is told", async () => {
    const qemu = await qemuModule.Qemu.start([], folder);
    const waiting = qemu.qmp.event("DEVICE_DELETED", "device", "HOT1");
    const writing = qemu.qmp.execute("write-to-full");
    const full = `the file system of ${folder} is full`;
    await Promise.all([
        expect(waiting).rejects.toThrow(`QEMU has ended: ${full}`),
        expect(writing).rejects.toThrow(full),
    ]);
    expect(await qemu.ended).toBe(full);
    expect(qemu.failure?.message).toBe(full);
    expect(qemu.isRunning).toBe(false);
    await expect(qemu.forward({ guestPort: 22 })).rejects.toThrow(full);
});

test("another error of a disk is the guest's matter", async () => {
    const qemu = await qemuModule.Qemu.start([], folder);
    try {
        expect(await qemu.qmp.execute("write-to-broken")).toBe("write-to-broken");
        expect(await qemu.qmp.execute("next")).toBe("next");
        expect(qemu.failure).toBeUndefined();
    } finally {
        await qemu.kill();
    }
    expect(await qemu.ended).toBe("");
});
