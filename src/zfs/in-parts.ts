/**
 * The most bytes of operands in one command line. Cockpit sends a command line as one message, of up to 128 KiB; the
 * kernel takes more.
 */
const operandsLimit = 60_000;

/** Things with names, cut into parts whose names fit in one command line each; in the same order. */
export function inParts<Thing>(
    things: readonly Thing[],
    nameOf: (thing: Thing) => string,
    limit: number = operandsLimit,
): readonly (readonly Thing[])[] {
    const parts: Thing[][] = [];
    let left = 0;
    for (const thing of things) {
        const length = new TextEncoder().encode(JSON.stringify(nameOf(thing))).length + 1;
        const part = parts.at(-1);
        if (part && length <= left) part.push(thing);
        else parts.push([thing]);
        left = (part && length <= left ? left : limit) - length;
    }
    return parts;
}
