// What a page costs: the time until its first pool beside that of the bare commands, the programs that it runs and the
// bytes that travel, with 101 datasets in one pool and in twenty. Figures are printed, nothing is judged by them.
import type { Page } from "@playwright/test";

import { disks, test } from "../e2e/fixtures.ts";
import { Pages } from "../e2e/pages.ts";
import { seenProcesses, stopWatching, watchProcesses } from "../e2e/processes.ts";
import type { Session } from "../e2e/session.ts";
import type { Machine } from "../vm/machine.ts";

const [disk = ""] = disks;

/** Tasks that the guest's kernel has started since its boot, threads and the counting itself included. */
const countTasks = async (machine: Machine): Promise<number> =>
    Number((await machine.execute("sed -n 's/^processes //p' /proc/stat")).stdout);

/** What something cost the guest. */
interface Cost {
    readonly seconds: number;
    readonly tasks: number;
    /** The processes that descend from Cockpit's bridges: those of the page, and of other pages of Cockpit in view. */
    readonly processes: readonly string[];
}

/** Seconds that `run` takes, the tasks that the guest starts meanwhile, and the processes of Cockpit among them. */
async function measure(machine: Machine, run: () => Promise<unknown>): Promise<Cost> {
    await watchProcesses(machine);
    try {
        const before = await countTasks(machine);
        const start = Date.now();
        await run();
        const seconds = (Date.now() - start) / 1000;
        const tasks = (await countTasks(machine)) - before;
        return { seconds, tasks, processes: await seenProcesses(machine) };
    } finally {
        await stopWatching(machine);
    }
}

function say(what: string, { seconds, tasks, processes }: Cost): void {
    const figures = [
        `${seconds.toFixed(2).padStart(8)} s`,
        `${String(tasks).padStart(6)} tasks in the guest`,
        `${String(processes.length).padStart(4)} processes of Cockpit`,
    ];
    console.log(`${what.padEnd(44)}${figures.join(" ")}`);
    for (const process of processes) console.log(`    ${process || "(a copy of what started it)"}`);
}

const waitSeconds = (seconds: number) => new Promise((resolve) => setTimeout(resolve, 1000 * seconds));

/** The page, opened anew, until the cards of `pools` are there; gives the seconds until the first of them was. */
async function openAnew(session: Session, pools: readonly string[]): Promise<number> {
    await session.goTo("/");
    const start = Date.now();
    await session.reload();
    const pages = new Pages(session);
    const cards = pools.map((pool) =>
        pages
            .poolCard(pool)
            .waitFor()
            .then(() => Date.now()),
    );
    const first = (await Promise.any(cards)) - start;
    await Promise.all(cards);
    return first / 1000;
}

/** What travelled between the browser and Cockpit: files as they were sent, and what the web socket's frames held. */
interface Traffic {
    files: number;
    received: number;
    sent: number;
}

/** Counts from now on, with the protocol of the browser's own tools. */
async function countTraffic(page: Page): Promise<Readonly<Traffic>> {
    const traffic: Traffic = { files: 0, received: 0, sent: 0 };
    const textFrame = 1;
    const sizeOf = ({ opcode, payloadData }: { readonly opcode: number; readonly payloadData: string }) =>
        Buffer.byteLength(payloadData, opcode === textFrame ? "utf8" : "base64");
    const tools = await page.context().newCDPSession(page);
    tools.on("Network.loadingFinished", ({ encodedDataLength }) => (traffic.files += encodedDataLength));
    tools.on("Network.webSocketFrameReceived", ({ response }) => (traffic.received += sizeOf(response)));
    tools.on("Network.webSocketFrameSent", ({ response }) => (traffic.sent += sizeOf(response)));
    await tools.send("Network.enable");
    return traffic;
}

const tracing = "/sys/kernel/tracing";

/** Has the guest's kernel note from now on which programs are run, whoever runs them. */
const notePrograms = (machine: Machine) =>
    machine.execute(`echo >${tracing}/trace; echo 1 >${tracing}/events/sched/sched_process_exec/enable`, {
        check: false,
    });

/** How often each program was run since `notePrograms`, by name; none if this kernel does not tell. */
async function notedPrograms(machine: Machine): Promise<ReadonlyMap<string, number>> {
    const { stdout } = await machine.execute(
        `echo 0 >${tracing}/events/sched/sched_process_exec/enable; cat ${tracing}/trace`,
        { check: false },
    );
    const programs = new Map<string, number>();
    for (const [, path = ""] of stdout.matchAll(/sched_process_exec: filename=(\S+)/g)) {
        const name = path.replace(/.*\//, "");
        programs.set(name, (programs.get(name) ?? 0) + 1);
    }
    return programs;
}

const datasetCount = 101;

/** So many pools in files, with as many datasets in the first that there are 101 of them in all. */
const makePools = (count: number): string => `set -e
mkdir -p /var/tmp/pools
for n in $(seq ${count}); do truncate -s 128M /var/tmp/pools/$n; zpool create -f pool$n /var/tmp/pools/$n; done
for n in $(seq ${datasetCount - count}); do zfs create pool1/data$n; done
[ $(zfs list -Ho name | wc -l) = ${datasetCount} ]`;

/** What a person would type to see the same; JSON is there since 2.3. */
async function bareCommands(machine: Machine): Promise<string> {
    const { exitCode } = await machine.execute("zpool status -jp", { check: false });
    return `zpool list >/dev/null; zpool status ${exitCode === 0 ? "-jp" : "-p"} >/dev/null; zfs list >/dev/null`;
}

for (const count of [1, 20])
    test(`opening the page with ${count} pools`, async ({ machine, admin }) => {
        test.setTimeout(1_800_000);
        const pools = Array.from({ length: count }, (_, index) => `pool${index + 1}`);
        await machine.execute(makePools(count), { timeoutMs: 900_000 });
        try {
            const bare = await bareCommands(machine);
            const commands = await measure(machine, () => machine.execute(bare));
            say(`${bare.replaceAll(" >/dev/null", "")} (${count})`, commands);
            await openAnew(admin, pools);
            const traffic = await countTraffic(admin.page);
            await notePrograms(machine);
            let first = NaN;
            const opening = await measure(machine, async () => {
                first = await openAnew(admin, pools);
            });
            say(`the page until its last pool (${count})`, opening);
            console.log(
                `until its first pool ${first.toFixed(2)} s, ratio ${(first / commands.seconds).toFixed(1)}`,
            );
            // what it reads after that belongs to the opening, too
            await waitSeconds(15);
            const { files, received, sent } = traffic;
            const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
            console.log(`files ${kilo(files)}, from the host ${kilo(received)}, to it ${kilo(sent)}`);
            const programs = [...(await notedPrograms(machine))].map(([name, times]) => `${name} ${times}`);
            const run = programs.length > 0 ? programs.sort().join(", ") : "this kernel does not tell";
            console.log(`programs run in the guest meanwhile, by whomever: ${run}`);
        } finally {
            await machine.execute("zpool list -Ho name | xargs -rn 1 zpool destroy; rm -r /var/tmp/pools", {
                timeoutMs: 600_000,
            });
        }
    });

test("a minute of an idle page, in view and left", async ({ machine, admin }) => {
    await machine.execute(["make-pool", "tank", disk]);
    await openAnew(admin, ["tank"]);
    const aMinute = () => waitSeconds(60);
    say("a minute in view", await measure(machine, aMinute));
    await admin.page.getByRole("link", { name: "Accounts" }).click();
    say("a minute out of view", await measure(machine, aMinute));
    await admin.page.context().close();
    say("a minute without a browser", await measure(machine, aMinute));
});
