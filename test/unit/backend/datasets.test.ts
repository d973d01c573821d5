import { readDatasets } from "../../../src/backend/datasets.ts";
import { HostError } from "../../../src/backend/errors.ts";
import { UnreadableOutput } from "../../../src/backend/read-as.ts";
import { datasetColumns } from "../../../src/zfs/parse/datasets.ts";
import { files, processes } from "../fakes/cockpit.ts";

const columnFile = "/sys/module/zfs/properties.dataset/snapshots_changed/type";

/** A line of the list, of which nothing is set. */
const line = (name: string, guid: string): string =>
    `${datasetColumns(false)
        .map((column) => (column === "name" ? name : column === "guid" ? guid : "-"))
        .join("\t")}\n`;

const text = line("tank", "1") + line("tank/für", "2");
const bytes = new TextEncoder().encode(text);

/** Asks for the datasets, and gives what comes of it once the process is there. */
async function ask(): Promise<{ readonly names: Promise<readonly string[]> }> {
    const names = readDatasets().then((datasets) => datasets.map(({ name }) => name));
    await jest.advanceTimersByTimeAsync(0);
    return { names };
}
const say = (piece: Uint8Array) => processes.at(-1)?.say(piece);
const end = () => processes.at(-1)?.end(new Uint8Array());

beforeEach(() => {
    processes.length = 0;
    files.clear();
    jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

test("a list is the same however it is cut into pieces", async () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
        const { names } = await ask();
        say(bytes.subarray(0, cut));
        say(bytes.subarray(cut));
        end();
        expect(await names).toEqual(["tank", "tank/für"]);
    }
});

test("each is told with the place where it is mounted", async () => {
    files.set("/proc/self/mounts", "tank/für /srv/f\\040r zfs rw 0 0\ntank/other / zfs rw 0 0\n");
    const datasets = readDatasets();
    await jest.advanceTimersByTimeAsync(0);
    say(bytes);
    end();
    expect((await datasets).map(({ place }) => place)).toEqual([undefined, "/srv/f r"]);
});

test("a list that ends too early is an error with all that came", async () => {
    const { names } = await ask();
    say(bytes.subarray(0, 70));
    say(bytes.subarray(70, -5));
    end();
    const error: unknown = await names.catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(UnreadableOutput);
    expect(error).toHaveProperty("output", text.slice(0, -5));
});

test("what a command says that fails in the end is not used", async () => {
    const { names } = await ask();
    say(bytes);
    processes.at(-1)?.fail({ exit_status: 1, message: "internal error" });
    const error: unknown = await names.catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(HostError);
    expect(error).toHaveProperty("exitStatus", 1);
});

test("tools that do not know a column of the module are asked again, and the list begins anew", async () => {
    files.set(columnFile, "number\n");
    const { names } = await ask();
    say(bytes);
    processes.at(-1)?.fail({ exit_status: 2, message: "bad property list" });
    await jest.advanceTimersByTimeAsync(0);
    expect(processes).toHaveLength(2);
    expect(processes[0]?.argv.join(" ")).toContain("snapshots_changed");
    expect(processes[1]?.argv.join(" ")).not.toContain("snapshots_changed");
    say(bytes);
    end();
    expect(await names).toEqual(["tank", "tank/für"]);
});
