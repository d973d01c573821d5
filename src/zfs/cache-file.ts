/** How a packed list of name-value pairs is written, by its first byte; see nvlist_pack() in OpenZFS's nvpair.c. */
const NATIVE = 0;
const XDR = 1;
/** That byte, the byte order of the writer (1: the least significant byte first), and two that are reserved. */
const HEADER_LENGTH = 4;
/** Version and flags of the list. */
const LIST_PREFIX_LENGTH = 8;
/** A pair of the native form: its length, that of its name, number and type of its values; then the name. */
const NATIVE_PAIR = { nameLength: 4, count: 8, type: 12, name: 16 } as const;
/** A pair in XDR: two lengths; then the name with its own length before it. */
const XDR_PAIR = { nameLength: 8, name: 12 } as const;
/** Types of pairs whose lists follow the pair in the native form. */
const LIST = 19;
const LISTS = 20;

/**
 * Names of the pools in a cache file such as /etc/zfs/zpool.cache, which is what `zfs-import-cache.service` imports
 * after a restart. It is a list of name-value pairs with one pair for each pool, in the form that the machine has in
 * memory, or, by an old ZFS, in XDR.
 *
 * @returns undefined for bytes that are no such list
 */
export function cachedPools(bytes: Uint8Array): readonly string[] | undefined {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
        switch (view.getUint8(0)) {
            case NATIVE:
                return nativeNames(view);
            case XDR:
                return xdrNames(view);
            default:
                return undefined;
        }
    } catch (error) {
        if (error instanceof RangeError) return undefined; // it ends too early
        throw error;
    }
}

function nativeNames(view: DataView): readonly string[] {
    const isLittle = view.getUint8(1) === 1;
    const names: string[] = [];
    /** Goes over the pairs from there on, and gives where they end. */
    const walk = (start: number, found?: string[]): number => {
        let position = start;
        for (;;) {
            const length = view.getUint32(position, isLittle);
            if (length === 0) return position + 4;
            const nameLength = view.getUint16(position + NATIVE_PAIR.nameLength, isLittle);
            const count = view.getUint32(position + NATIVE_PAIR.count, isLittle);
            const type = view.getUint32(position + NATIVE_PAIR.type, isLittle);
            // a zero byte ends the name
            found?.push(text(view, position + NATIVE_PAIR.name, nameLength - 1));
            position += length;
            const lists = type === LIST ? 1 : type === LISTS ? count : 0;
            for (let list = 0; list < lists; list += 1) position = walk(position);
        }
    };
    walk(HEADER_LENGTH + LIST_PREFIX_LENGTH, names);
    return names;
}

function xdrNames(view: DataView): readonly string[] {
    const names: string[] = [];
    let position = HEADER_LENGTH + LIST_PREFIX_LENGTH;
    for (;;) {
        const length = view.getUint32(position);
        if (length === 0) return names;
        const nameLength = view.getUint32(position + XDR_PAIR.nameLength);
        names.push(text(view, position + XDR_PAIR.name, nameLength));
        // what is in a pair is part of its length
        position += length;
    }
}

const text = (view: DataView, start: number, length: number): string =>
    new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + start, length));
