import { Store } from "../../../src/store/store.ts";

test("listeners hear of a new snapshot, and of no old one", () => {
    const store = new Store({ n: 1 });
    const heard: number[] = [];
    const stop = store.subscribe(() => heard.push(store.get().n));
    store.set({ n: 2 });
    store.set(store.get());
    stop();
    store.set({ n: 3 });
    expect(heard).toEqual([2]);
    expect(store.get()).toEqual({ n: 3 });
});

test("a listener may stop listening while it is told", () => {
    const store = new Store(0);
    const heard: string[] = [];
    const stop = store.subscribe(() => {
        heard.push("first");
        stop();
    });
    store.subscribe(() => heard.push("second"));
    store.set(1);
    store.set(2);
    expect(heard).toEqual(["first", "second", "second"]);
});
