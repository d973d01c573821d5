import type { Listener } from "../../../src/backend/stream.ts";
import { IostatLink, keptSamples } from "../../../src/store/iostat-link.ts";
import type { Rates } from "../../../src/store/iostat-link.ts";
import type { IoSample } from "../../../src/zfs/parse/iostat.ts";

/** A link whose stream says what the test says. */
class World {
    rates: ReadonlyMap<string, readonly Rates[]> = new Map();
    #listener: Listener<IoSample> | undefined;
    readonly link = new IostatLink(
        {
            openIostat: (listener) => {
                this.#listener = listener;
                return { close: () => {} };
            },
            setThroughput: (rates) => (this.rates = rates),
        },
        () => {},
        () => {},
    );

    say(pool: string, readRate: number | undefined, writeRate = 0): void {
        this.#listener?.onItem({ pool, allocated: 1n, readRate, writeRate });
    }

    end(): void {
        this.#listener?.onEnd(undefined);
    }
}

test("the first sample, which spans all the time since the import, is no rate of now", () => {
    const world = new World();
    world.link.watch(["tank", "safe"]);
    expect([...world.rates]).toEqual([
        ["tank", []],
        ["safe", []],
    ]);
    world.say("tank", 900);
    world.say("tank", 7, 8);
    world.say("tank", undefined);
    expect(world.rates.get("tank")).toEqual([{ read: 7, write: 8 }]);
    expect(world.rates.get("safe")).toEqual([]);
});

test("some minutes are kept, also when another pool comes", () => {
    const world = new World();
    world.link.watch(["tank"]);
    for (let rate = 0; rate < keptSamples + 10; rate++) world.say("tank", rate);
    const kept = world.rates.get("tank");
    expect([kept?.length, kept?.at(-1)?.read]).toEqual([keptSamples, keptSamples + 9]);
    world.link.watch(["tank", "safe"]);
    expect(world.rates.get("tank")).toEqual(kept);
    world.say("tank", 900);
    expect(world.rates.get("tank")).toEqual(kept);
});

test("what is not watched any more has no rates", () => {
    const world = new World();
    world.link.watch(["tank"]);
    world.end();
    expect(world.rates.size).toBe(0);
    world.link.watch(["tank"]);
    world.link.close();
    expect(world.rates.size).toBe(0);
});
