/** `NV_ENCODE_XDR` and the three bytes after it: byte order of the writer and two that are reserved. */
const HEADER_LENGTH = 4;
const XDR = 1;
/** Version and flags of the list. */
const LIST_PREFIX_LENGTH = 8;
const PAIR_PREFIX_LENGTH = 8;

/**
 * Names of the pools in a cache file such as /etc/zfs/zpool.cache, which is what `zfs-import-cache.service` imports
 * after a restart. It is a list of name-value pairs in XDR with one pair for each pool; each pair begins with its own
 * length, so that a reader can go from name to name. See nvs_xdr_nvpair() in OpenZFS's nvpair.c.
 *
 * @returns undefined for bytes that are no such list
 */
export function cachedPools(bytes: Uint8Array): readonly string[] | undefined {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const names: string[] = [];
    try {
        if (view.getUint8(0) !== XDR) return undefined;
        let position = HEADER_LENGTH + LIST_PREFIX_LENGTH;
        for (;;) {
            const length = view.getUint32(position);
            if (length === 0) return names;
            const nameLength = view.getUint32(position + PAIR_PREFIX_LENGTH);
            const start = position + PAIR_PREFIX_LENGTH + 4;
            names.push(new TextDecoder().decode(bytes.subarray(start, start + nameLength)));
            position += length;
        }
    } catch (error) {
        if (error instanceof RangeError) return undefined; // it ends too early
        throw error;
    }
}
