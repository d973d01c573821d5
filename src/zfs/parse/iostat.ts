import type { Bytes } from "../model.ts";
import { count, exactBytes } from "../size.ts";

/** What one pool did in an interval of `zpool iostat`; in the first one, since it was imported. */
export interface IoSample {
    readonly pool: string;
    readonly allocated?: Bytes | undefined;
    readonly free?: Bytes | undefined;
    /** Operations a second. */
    readonly reads?: number | undefined;
    readonly writes?: number | undefined;
    /** Bytes a second. */
    readonly readRate?: number | undefined;
    readonly writeRate?: number | undefined;
}

/** Reads a line of `zpool iostat -Hp`; undefined for a line that is none, such as a message. */
export function parseIoSample(line: string): IoSample | undefined {
    const [pool, allocated, free, reads, writes, readRate, writeRate, ...rest] = line.split("\t");
    if (!pool || allocated === undefined || free === undefined || rest.length > 0) return undefined;
    if (reads === undefined || writes === undefined) return undefined;
    if (readRate === undefined || writeRate === undefined) return undefined;
    return {
        pool,
        allocated: exactBytes(allocated),
        free: exactBytes(free),
        reads: count(reads),
        writes: count(writes),
        readRate: count(readRate),
        writeRate: count(writeRate),
    };
}
