import { askAgain, retryDelay } from "../../../src/store/ask-again.ts";

/** A page, and how often it asked again. */
class World {
    asked = 0;
    hidden = false;
    readonly #callbacks = new Set<() => void>();
    readonly stop = askAgain(
        {
            isHidden: () => this.hidden,
            onVisibilityChange: (callback) => {
                this.#callbacks.add(callback);
                return () => this.#callbacks.delete(callback);
            },
        },
        () => this.asked++,
    );

    setHidden(hidden: boolean): void {
        this.hidden = hidden;
        for (const callback of this.#callbacks) callback();
    }
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test("a page in view asks again after some time, once", () => {
    const world = new World();
    jest.advanceTimersByTime(retryDelay - 1);
    expect(world.asked).toBe(0);
    jest.advanceTimersByTime(1);
    world.setHidden(true);
    world.setHidden(false);
    expect(world.asked).toBe(1);
});

test("a hidden page asks nothing, and at once on return", () => {
    const world = new World();
    world.setHidden(true);
    jest.advanceTimersByTime(10 * retryDelay);
    expect(world.asked).toBe(0);
    world.setHidden(false);
    jest.advanceTimersByTime(10 * retryDelay);
    expect(world.asked).toBe(1);
});

test("who waits no more asks nothing", () => {
    const world = new World();
    world.stop();
    jest.advanceTimersByTime(retryDelay);
    world.setHidden(true);
    world.setHidden(false);
    expect(world.asked).toBe(0);
});
