/** The first byte of a list of name-value pairs in the form of the writer's memory; see nvlist_pack() in OpenZFS's nvpair.c. */
const NATIVE = 0;
/** That byte, the byte order of the writer (1: the least significant byte first), and two that are reserved. */
const HEADER_LENGTH = 4;
/** Version and flags of the list. */
const LIST_PREFIX_LENGTH = 8;
/** Where things stand in a pair, which begins with its length: the length of its name, how many values of which type. */
const PAIR = { nameLength: 4, count: 8, type: 12, name: 16 } as const;
/** Types of pairs whose lists follow the pair. */
const LIST = 19;
const LISTS = 20;

/**
 * Names of the pools in a cache file such as /etc/zfs/zpool.cache, which is what `zfs-import-cache.service` imports
 * after a restart. It is a list of name-value pairs with one pair for each pool.
 *
 * @returns undefined for bytes that are no such list
 */
export function cachedPools(bytes: Uint8Array): readonly string[] | undefined {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
        return view.getUint8(0) === NATIVE ? topNames(view) : undefined;
    } catch (error) {
        if (error instanceof RangeError) return undefined; // it ends too early
        throw error;
    }
}

function topNames(view: DataView): readonly string[] {
    const isLittle = view.getUint8(1) === 1;
    const names: string[] = [];
    /** Goes over the pairs from there on, and gives where they end. */
    const walk = (start: number, found?: string[]): number => {
        let position = start;
        for (;;) {
            const length = view.getUint32(position, isLittle);
            if (length === 0) return position + 4;
            const nameLength = view.getUint16(position + PAIR.nameLength, isLittle);
            const count = view.getUint32(position + PAIR.count, isLittle);
            const type = view.getUint32(position + PAIR.type, isLittle);
            // a zero byte ends the name
            found?.push(text(view, position + PAIR.name, nameLength - 1));
            position += length;
            const lists = type === LIST ? 1 : type === LISTS ? count : 0;
            for (let list = 0; list < lists; list += 1) position = walk(position);
        }
    };
    walk(HEADER_LENGTH + LIST_PREFIX_LENGTH, names);
    return names;
}

const text = (view: DataView, start: number, length: number): string =>
    new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + start, length));
