// Faults as a person at a browser makes or meets them.
import type { Frame } from "@playwright/test";
import { build } from "esbuild";

import type { Command } from "../../../src/zfs/commands/command.ts";
import type { createDataset } from "../../../src/zfs/commands/dataset-life.ts";
import type { Machine } from "../../vm/machine.ts";
import { cockpitPort } from "../fixtures.ts";
import { Session } from "../session.ts";

import { audit, auditStates, expectTrueAudit, lastRow, Running } from "./changes.ts";
import { expect, test } from "./held-pool.ts";
import type { HeldPool } from "./held-pool.ts";
import { canary, findTraces, forms, isKey } from "./secrets.ts";

const comment = async (machine: Machine): Promise<string> =>
    (await machine.execute("zpool get -Ho value comment tank")).stdout.trim();

/** Sets the comment of `tank` on the page while its disk is held, and waits until the command runs. */
async function beginComment(session: Session, machine: Machine, tank: HeldPool, text: string): Promise<void> {
    const begin = await lastRow(machine);
    await session.goTo("/pools/tank/properties");
    await session.zfs.getByRole("button", { name: "Set comment" }).click();
    await session.zfs.getByLabel("comment", { exact: true }).fill(text);
    await tank.hold();
    await session.zfs.getByRole("button", { name: "Set", exact: true }).click();
    await expect.poll(() => auditStates(machine, begin)).toEqual([`running: zpool set comment=${text} tank`]);
}

test("the page says whom it waits for, and both changes are made @all", async ({ machine, admin, tank }) => {
    const begin = await lastRow(machine);
    await admin.goTo("/pools/tank");
    await expect(admin.zfs.getByRole("heading", { name: "tank", level: 1 })).toBeVisible();
    await tank.hold();
    const other = await Running.start(machine, ["zfs", "set", "test:value=other", "tank"]);
    await other.until("started");
    await admin.zfs.getByRole("button", { name: "Scrub", exact: true }).click();
    await admin.zfs.getByRole("menuitem", { name: /^Start/ }).click();
    await expect(
        admin.zfs.getByText("waiting for another change of root: zfs set test:value=other tank"),
    ).toBeVisible();
    await tank.release();
    await expect
        .poll(() => auditStates(machine, begin))
        .toEqual(["done: zfs set test:value=other tank", "done: zpool scrub tank"]);
    expect((await audit(machine, begin)).map(({ person }) => person)).toEqual(["root", "admin"]);
});

const sessions = async (machine: Machine): Promise<number> =>
    Number((await machine.execute("pgrep -c cockpit-session", { check: false })).stdout);

/** Leaves a process behind in the session that began last, and its number in a file. */
const leaveBehind = `
session=$(cut -d: -f3 /proc/$(pgrep -n cockpit-bridge)/cgroup)
(echo $BASHPID | tee /sys/fs/cgroup$session/cgroup.procs >/dev/shm/left; exec sleep 1000) >/dev/null 2>&1 </dev/null &`;

const killUserProcesses = "/etc/systemd/logind.conf.d/kill.conf";

/** A page in place of ours that has nothing but the calls which ours changes things with. */
const pageOfCalls = `
import { execute } from "./src/backend/execute.ts";
import { asRoot, spawnBytes } from "./src/backend/spawn.ts";
import { createDataset } from "./src/zfs/commands/dataset-life.ts";
Object.assign(window, {
    createDataset,
    run: (command, secret) =>
        execute(command, { secret: new Uint8Array(secret), onProgress: () => undefined }),
    begin: (argv, bytes) => void spawnBytes(argv, asRoot).input(new Uint8Array(bytes), true),
});`;

const script = "**/zfsadmin/index.js";

/** Has the browser get that page from now on. */
async function servePageOfCalls({ page }: Session): Promise<void> {
    const { outputFiles } = await build({
        stdin: { contents: pageOfCalls, resolveDir: "." },
        ...{ bundle: true, format: "esm", nodePaths: ["pkg/lib"], write: false },
    });
    const body = outputFiles[0]?.text ?? "";
    await page.route(script, (route) => route.fulfill({ contentType: "text/javascript", body }));
}

/** Begins to create an encrypted dataset beside our page, and sends half of its key. */
async function sendHalf(session: Session, machine: Machine): Promise<void> {
    await servePageOfCalls(session);
    const [other] = session.page
        .mainFrame()
        .childFrames()
        .filter((frame) => frame !== session.frame());
    if (!other) throw new Error("Cockpit shows nothing beside our page");
    await other.goto(session.frame().url().replace(/#.*/, ""));
    await other.waitForFunction(() => "begin" in window);
    const create = ["zfs", "create", "-o", "encryption=on", "-o", "keyformat=raw", "tank/half"];
    const argv = ["zfsadmin", "execute", "--secret-length", "32", "--", ...create];
    await other.evaluate(
        ([words, bytes]) => {
            const page = window as unknown as {
                begin: (argv: readonly string[], bytes: readonly number[]) => void;
            };
            page.begin(words, bytes);
        },
        [argv, Array.from({ length: 16 }, () => 7)] as const,
    );
    await expect.poll(() => halves(machine)).toBeGreaterThan(0);
}

/** How many processes wait for the rest of it. */
const halves = async (machine: Machine): Promise<number> =>
    Number((await machine.execute("pgrep -cf '[z]fsadmin execute .*tank/half'", { check: false })).stdout);

test("a change goes on when its browser is closed, and when its session is killed @all", async ({
    machine,
    browser,
    tank,
}) => {
    test.setTimeout(600_000);
    const begin = await lastRow(machine);
    const before = await sessions(machine);
    const logIn = () => Session.logIn(browser, machine.url(cockpitPort), "admin", "administrative");
    /** Waits for the end of the session, then lets the change go on: it must be done. */
    const expectDone = async (text: string) => {
        await expect.poll(() => sessions(machine)).toBe(before);
        expect((await auditStates(machine, begin)).at(-1)).toBe(`running: zpool set comment=${text} tank`);
        await tank.release();
        await expect
            .poll(async () => (await auditStates(machine, begin)).at(-1))
            .toBe(`done: zpool set comment=${text} tank`);
        expect(await comment(machine)).toBe(text);
    };

    await test.step("the browser is closed", async () => {
        const session = await logIn();
        await beginComment(session, machine, tank, "closed");
        await sendHalf(session, machine);
        await session.close();
        await expectDone("closed");
        // what had not come to its end when the browser was closed is no change, and has no row
        await expect.poll(() => halves(machine)).toBe(0);
        expect((await machine.execute("zfs list -Hro name tank")).stdout).toBe("tank\n");
    });

    await test.step("the person logs out, and systemd kills what the person left behind", async () => {
        await machine.execute(`mkdir -p /etc/systemd/logind.conf.d
            printf '[Login]\\nKillUserProcesses=yes\\n' >${killUserProcesses}
            systemctl restart systemd-logind`);
        try {
            const session = await logIn();
            await beginComment(session, machine, tank, "killed");
            await machine.execute(leaveBehind);
            await session.page.locator("#toggle-menu").click();
            await session.page.locator("#logout").click();
            await expectDone("killed");
            await machine.execute("[ ! -e /proc/$(cat /dev/shm/left) ]");
            await session.close();
        } finally {
            await machine.execute(`rm ${killUserProcesses} && systemctl restart systemd-logind`);
        }
    });

    expect((await audit(machine, begin)).map(({ person }) => person)).toEqual(["admin", "admin"]);
    await expectTrueAudit(machine, tank.name, begin);
});

/** Creates an encrypted dataset of `tank` as our page would, in the person's browser. */
const createInBrowser = (frame: Frame, guid: string, name: string, format: string, key: Buffer) =>
    frame.evaluate(
        async ([parent, child, keyFormat, bytes]) => {
            const page = window as unknown as {
                createDataset: typeof createDataset;
                run: (command: Command, secret: readonly number[]) => Promise<object>;
            };
            const create = page.createDataset(parent, {
                name: `tank/${child}`,
                settings: [
                    ["encryption", "on"],
                    ["keyformat", keyFormat],
                    ["keylocation", "prompt"],
                ],
                ...{ isSparse: false, withParents: false, hasSecret: true },
            });
            return page.run(create, bytes);
        },
        [{ name: "tank", guid }, name, format, [...key]] as const,
    );

test("secrets come through Cockpit unharmed, and leave no trace in the browser @all", async ({
    machine,
    admin,
    tank,
}) => {
    await admin.goTo("/");
    await servePageOfCalls(admin);
    await admin.reload();
    await admin.zfs.locator("#app").waitFor({ state: "attached" });
    const frame = admin.frame();
    await frame.waitForFunction(() => "run" in window);
    const guid = (await machine.execute(["zfs", "get", "-Hpo", "value", "guid", tank.name])).stdout.trim();
    const done = expect.objectContaining({ kind: "ended", state: "done" }) as object;

    // every byte that there is
    for (const first of [0, 32, 64, 96, 128, 160, 192, 224]) {
        const key = Buffer.from(Array.from({ length: 32 }, (_unused, index) => first + index));
        expect(await createInBrowser(frame, guid, `raw${first}`, "raw", key)).toEqual(done);
        expect(await isKey(machine, `tank/raw${first}`, key)).toBe(true);
    }
    expect(await createInBrowser(frame, guid, "birdcage", "passphrase", Buffer.from(canary))).toEqual(done);
    expect(await isKey(machine, "tank/birdcage", Buffer.from(canary))).toBe(true);
    expect([...(await findTraces(machine, forms))]).toEqual([]);
    const kept = await frame.evaluate(() =>
        JSON.stringify([
            { ...localStorage },
            { ...sessionStorage },
            history.state,
            location.href,
            document.cookie,
        ]),
    );
    expect(kept).toContain("superuser:");
    for (const form of forms) expect(kept).not.toContain(form);
    await admin.page.unroute(script);
    await admin.reload();
});
