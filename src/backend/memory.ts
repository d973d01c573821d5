// What this browser remembers of the page, for each host by itself. Never anything that the host does not show again.
import cockpit from "cockpit";

const keyOf = (name: string): string => `zfsadmin:${name}`;

/** What was remembered by this name, as it stood there: anybody may have written it. Undefined for nothing. */
export function recall(name: string): unknown {
    try {
        return JSON.parse(cockpit.localStorage.getItem(keyOf(name)) ?? "null") ?? undefined;
    } catch {
        return undefined;
    }
}

/** Remembers something that JSON can hold. A browser that has no more room, or keeps nothing, does not. */
export function remember(name: string, value: unknown): void {
    try {
        cockpit.localStorage.setItem(keyOf(name), JSON.stringify(value));
    } catch {
        // the page works without
    }
}
