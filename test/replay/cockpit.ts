// The fast lane: the page in a real Cockpit, without a virtual machine.
//
// cockpit-ws and its bridge run in a box of namespaces (namespace.sh) on this machine: Cockpit's files lie over /usr,
// the page is one of the session's packages, and `zpool`, `zfs` and `zfsadmin` on its PATH are replay.py, which
// answers from a scenario (scenario.ts). Every test has a Cockpit of its own; it is there in a fraction of a second.
// This proves how the page looks and behaves in old and new Cockpits and with large numbers. It proves nothing about
// ZFS: that is what the tests in the virtual machine are for.

import { execFile, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const namespaceScript = resolve(import.meta.dirname, "namespace.sh");
const box = ["--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];
const startLimit = 20_000;

/** Who is logged in: `nobody` has limited access and no way to more. */
export type SessionUser = "root" | "nobody";

/** What a Cockpit is made of. */
export interface CockpitOptions {
    /** the unpacked Cockpit, from {@link unpackedCockpit} */
    readonly folder: string;
    /** the built page */
    readonly page: string;
    /** a folder of this test alone */
    readonly work: string;
    /** the folder with the programs that answer from the scenario */
    readonly programs: string;
    readonly user: SessionUser;
    /** at which the host's clock stands still, Unix seconds; it runs if not said */
    readonly time?: number | undefined;
    /** where it serves the page, on the loopback interface; a free port if not said */
    readonly port?: number;
}

/** A Cockpit that serves the page. */
export interface Cockpit {
    readonly url: string;
    /** Ends all its processes. They also end when the process that started them does, however that ends. */
    stop(): Promise<void>;
}

/** Starts a Cockpit on a free port of the loopback interface and waits until it answers. */
export async function startCockpit({
    folder,
    page,
    work,
    programs,
    user,
    time,
    port,
}: CockpitOptions): Promise<Cockpit> {
    const packages = join(work, "cockpit");
    if (!existsSync(packages)) {
        await mkdir(packages, { recursive: true });
        await symlink(page, join(packages, "zfsadmin"));
    }
    const ownPort = port ?? (await freePort());
    const command = [
        ...(await boxFlags()),
        "--",
        namespaceScript,
        folder,
        String(ownPort),
        user,
        String(time ?? ""),
    ];
    const child = spawn("unshare", command, {
        // without sbin, where the host's own zpool and zfs would be
        env: {
            PATH: `${programs}:/usr/bin:/bin`,
            LANG: "C.UTF-8",
            XDG_DATA_HOME: work,
            XDG_DATA_DIRS: "/usr/share",
        },
        stdio: ["pipe", "ignore", "pipe"],
    });
    const url = `http://127.0.0.1:${ownPort}`;
    await answering(url, child);
    return {
        url,
        async stop() {
            if (child.exitCode !== null) return;
            child.stdin?.end();
            await once(child, "exit");
        },
    };
}

/** The flags of unshare(1) that give us a box here: root needs none more, a person becomes root in a user namespace. */
async function boxFlags(): Promise<string[]> {
    const failures: string[] = [];
    for (const flags of [box, ["--map-root-user", ...box]]) {
        try {
            await run("unshare", [...flags, "--", "mount", "-t", "tmpfs", "tmpfs", "/run"]);
            return flags;
        } catch (error) {
            failures.push(String(error));
        }
    }
    throw new Error(
        "The replay tests run Cockpit in mount and process namespaces of its own, and this machine allows neither\n" +
            "root (in a container: CAP_SYS_ADMIN) nor a person (unprivileged user namespaces) to make them:\n" +
            failures.join("\n"),
    );
}

async function freePort(): Promise<number> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    return port;
}

async function answering(url: string, child: ChildProcess): Promise<void> {
    let errors = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (errors += text));
    const limit = Date.now() + startLimit;
    for (;;) {
        const answer = await fetch(`${url}/ping`).catch(() => undefined);
        if (answer !== undefined) return;
        if (child.exitCode !== null) throw new Error(`Cockpit did not start:\n${errors}`);
        if (Date.now() > limit)
            throw new Error(`Cockpit did not answer in ${startLimit / 1000} s:\n${errors}`);
        await pause(20);
    }
}
