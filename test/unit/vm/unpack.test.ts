/** The Cockpits of the replay lane: each unpacked once, and cleared away when nobody has wanted it for long. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type * as UnpackModule from "../../replay/unpack.ts";

// programs are started, which on a busy machine takes its time
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), "zfsadmin-unpack-"));
const cockpits = join(folder, "replay");
let unpack: typeof UnpackModule;

beforeAll(async () => {
    const stub = (program: string, lines: string) =>
        writeFileSync(join(folder, program), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
    stub(
        "apt-get",
        `case "$*" in
         *indextargets*) echo http://archive.invalid/debian ;;
         *download*) echo fetched >>${folder}/log; touch ws.deb bridge.deb ;;
         esac`,
    );
    stub("dpkg-deb", 'mkdir -p "$3/usr" && touch "$3/usr/$(basename "$2")"');
    process.env["PATH"] = `${folder}:${process.env["PATH"]}`;
    process.env["ZFSADMIN_CACHE"] = folder;
    unpack = await import("../../replay/unpack.ts");
});
afterAll(() => rmSync(folder, { recursive: true }));

test("is there once it was fetched, and in the end without those that are old or half", async () => {
    const made = await unpack.unpackedCockpit("287");
    expect(readdirSync(made).sort()).toEqual(["in-use", "usr"]);
    expect(readdirSync(join(made, "usr"))).toEqual(["bridge.deb", "ws.deb"]);

    const days = (name: string, ago: number) => {
        mkdirSync(join(cockpits, name), { recursive: true });
        const time = Date.now() / 1000 - ago * 24 * 3600;
        writeFileSync(join(cockpits, name, "in-use"), "");
        utimesSync(join(cockpits, name, "in-use"), time, time);
    };
    days("cockpit-300-a", 29);
    days("cockpit-300-b", 31);
    mkdirSync(join(cockpits, "cockpit-300-c.part-1"));
    rmSync(join(folder, "log"));
    expect(await unpack.unpackedCockpit("287")).toBe(made);
    expect(existsSync(join(folder, "log"))).toBe(false);
    expect(readdirSync(cockpits).sort()).toEqual([made.replace(/.*\//, ""), "cockpit-300-a", "lock"].sort());
});
