import type { State } from "../model.ts";

import { fail, toLines } from "./parse-error.ts";
import type { Line } from "./parse-error.ts";

/** An imported pool as the kernel names it, without being asked by a command. */
export interface KernelPool {
    readonly name: string;
    /** Since 2.3. */
    readonly guid?: string | undefined;
    readonly state: State;
}

const FILE = /^\/proc\/spl\/kstat\/zfs\/([^/]+)\/(state|guid):(.+)$/;

/**
 * Reads what `KERNEL_POOLS` of reads.ts prints, a file a line. A pool that has gone meanwhile is left out.
 * @throws ParseError
 */
export function parseKernelPools(text: string): readonly KernelPool[] {
    const files = toLines(text).map(readFile);
    return files
        .filter(({ file }) => file === "state")
        .map(({ name, value: state }) => ({
            name,
            state,
            guid: files.find((one) => one.name === name && one.file === "guid")?.value,
        }))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function readFile(line: Line) {
    const [, name = "", file, value = ""] = FILE.exec(line.text) ?? fail("no file of a pool", line);
    return { name, file, value };
}
