import cockpit from "cockpit";

import { within } from "./within.ts";

/** Milliseconds for a file. */
const timeout = 5_000;

/** The text of a file; undefined when it is not there, may not be read, or does not come. Starts no process. */
export async function readText(path: string): Promise<string | undefined> {
    const file = cockpit.file(path);
    try {
        // the types do not say that it is null where there is no such file
        return ((await within(timeout, file.read())) as string | null | undefined) ?? undefined;
    } catch {
        return undefined;
    } finally {
        file.close();
    }
}

/** The bytes of a file; undefined when it does not come, none where there is no such file. Starts no process. */
export async function readBytes(path: string): Promise<Uint8Array | undefined> {
    const file = cockpit.file(path, { binary: true });
    try {
        const bytes = (await within(timeout, file.read())) as Uint8Array | null | undefined;
        return bytes === null ? new Uint8Array() : bytes;
    } finally {
        file.close();
    }
}
