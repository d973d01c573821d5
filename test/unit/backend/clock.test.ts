import { hostTime, readClock } from "../../../src/backend/clock.ts";
import { timeOfHost } from "../../../src/zfs/clock.ts";
import { files } from "../fakes/cockpit.ts";

const stat = "cpu  4705 150 1120 16250\ncpu0 4705 150 1120 16250\nbtime 1795340000\nprocesses 26442\n";

beforeEach(() => jest.useFakeTimers({ now: 1_795_345_000_000 }));
afterEach(() => jest.useRealTimers());

test("the host's time is its boot and what has passed since", () => {
    expect(timeOfHost(stat, "5600.25 16250.00\n")).toBe(1_795_345_600.25);
    expect(timeOfHost("cpu 1\n", "5600.25 16250.00\n")).toBeUndefined();
    expect(timeOfHost(stat, "")).toBeUndefined();
});

test("the browser's clock goes on for the host's until the next comparison", async () => {
    await readClock(); // nothing can be read
    expect(hostTime()).toBe(1_795_345_000);
    files.set("/proc/stat", stat).set("/proc/uptime", "5600.25 16250.00\n");
    await readClock();
    expect(hostTime()).toBeCloseTo(1_795_345_600.25);
    jest.advanceTimersByTime(2_000);
    expect(hostTime()).toBeCloseTo(1_795_345_602.25);
    jest.setSystemTime(1_795_345_900_000); // the browser's was set
    await readClock();
    expect(hostTime()).toBeCloseTo(1_795_345_600.25);
});
