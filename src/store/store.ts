// WHAT WE KNOW NOW. A store holds one immutable snapshot of what the host told us last and tells its listeners when
// a new one has come. The stores know nothing of React; hooks.ts is their only tie to it. Pages read snapshots and
// never change them: a change goes to the host, and comes back through here.

/** One value that changes over time, with those who want to know. */
export class Store<T> {
    readonly #listeners = new Set<() => void>();
    #value: T;

    constructor(initial: T) {
        this.#value = initial;
    }

    /** The snapshot of now; the same object until the next `set`. */
    readonly get = (): T => this.#value;

    /** Puts a new snapshot in place and tells the listeners. */
    set(value: T): void {
        if (Object.is(value, this.#value)) return;
        this.#value = value;
        for (const listener of [...this.#listeners]) listener();
    }

    /** Calls back after every change. Gives the way to stop. */
    readonly subscribe = (listener: () => void): (() => void) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    };
}
