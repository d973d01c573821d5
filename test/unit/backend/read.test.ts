import { readText } from "../../../src/backend/files.ts";
import { read } from "../../../src/backend/read.ts";
import { asPerson } from "../../../src/backend/spawn.ts";
import { endless, processes } from "../fakes/cockpit.ts";

const argv = ["zpool", "status"];
/** Asks, and gives what came of it within the time limit. */
async function ask(): Promise<string> {
    const answer = read(argv, 5_000).catch((error: Error) => error.message);
    await jest.advanceTimersByTimeAsync(5_000);
    return answer;
}
const noAnswer = "no answer since 2026-11-23T00:00:00.000Z";

beforeEach(() => {
    processes.length = 0;
    jest.useFakeTimers({ now: Date.UTC(2026, 10, 23) });
});
afterEach(() => jest.useRealTimers());

test("a command that does not come back is started again only now and then, and more and more rarely", async () => {
    expect(await ask()).toBe(noAnswer);
    for (const [wait, started] of [
        [0, 1],
        [10, 2],
        [10, 2],
        [40, 3],
        [100, 3],
        [100, 4],
    ] as const) {
        await jest.advanceTimersByTimeAsync(wait * 1_000);
        expect(await ask()).toBe(noAnswer);
        expect(processes).toHaveLength(started);
    }
    processes.at(-1)?.end(new Uint8Array());
    await jest.advanceTimersByTimeAsync(0);
    void ask();
    expect(processes).toHaveLength(5);
    processes.at(-1)?.end(new Uint8Array());
});

test("a read takes administrative access where there is some, and a locale and a zone that harm no output", () => {
    const options = { err: "message", environ: ["LC_ALL=C.UTF-8", "TZ=UTC"], binary: true };
    void read(argv, 5_000);
    expect(processes.at(-1)?.options).toEqual({ ...options, superuser: "try" });
    processes.at(-1)?.end(new Uint8Array());
    void read(["zfs", "allow", "tank"], 5_000, asPerson);
    expect(processes.at(-1)?.options).toEqual(options);
    processes.at(-1)?.end(new Uint8Array());
});

test("what is no UTF-8 becomes a sign", async () => {
    const answer = read(argv, 5_000);
    processes.at(-1)?.end(new Uint8Array([0x67, 0xff, 0x0a]));
    expect(await answer).toBe("g\uFFFD\n");
});

test("characters that are cut between two pieces are whole, and what comes is handed on at once", async () => {
    const pieces: string[] = [];
    const answer = read(argv, 5_000, undefined, (piece) => void pieces.push(piece));
    const say = (bytes: readonly number[]) => processes.at(-1)?.say(new Uint8Array(bytes));
    say([0x67, 0xc3]);
    expect(pieces).toEqual(["g"]);
    say([0xbc, 0xf0, 0x9f]);
    say([0x99, 0x82, 0xc3]);
    expect(pieces.join("")).toBe("g\u00fc\u{1f642}");
    processes.at(-1)?.end(new Uint8Array());
    expect(await answer).toBe("g\u00fc\u{1f642}\uFFFD");
    expect(pieces.join("")).toBe("g\u00fc\u{1f642}\uFFFD");
});

test("a file that does not come is as good as none", async () => {
    endless.add("/proc/uptime");
    const text = readText("/proc/uptime");
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await text).toBeUndefined();
});
