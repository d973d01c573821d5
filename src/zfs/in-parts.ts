/**
 * The most bytes of operands in one command line. Cockpit sends a command line as one message, of up to 128 KiB; the
 * kernel takes more.
 */
const operandsLimit = 60_000;

interface Limits {
    /** The most bytes that the names of a part take, as JSON. */
    readonly bytes?: number;
    readonly count?: number;
}

/** Things with names, cut into parts whose names fit in one command line each; in the same order. */
export function inParts<Thing>(
    things: readonly Thing[],
    nameOf: (thing: Thing) => string,
    { bytes = operandsLimit, count = Infinity }: Limits = {},
): readonly (readonly Thing[])[] {
    const parts: Thing[][] = [];
    let left = 0;
    for (const thing of things) {
        const length = new TextEncoder().encode(JSON.stringify(nameOf(thing))).length + 1;
        const part = parts.at(-1);
        const hasRoom = part !== undefined && length <= left && part.length < count;
        if (hasRoom) part.push(thing);
        else parts.push([thing]);
        left = (hasRoom ? left : bytes) - length;
    }
    return parts;
}
