/**
 * The last transaction group that reached the disks, from `/proc/spl/kstat/zfs/POOL/txgs`; undefined when the kernel
 * keeps no such list (`zfs_txg_history` is 0). Where the list holds none, as of a pool that hung before its first since
 * it was created or imported, it is the one before the list. An idle pool still finishes one every `zfs_txg_timeout`
 * seconds.
 */
export function parseLastTxg(text: string): number | undefined {
    const groups = [...text.matchAll(/^(\d+) +\d+ +([A-Z]) /gm)];
    if (groups.length === 0) return undefined;
    const finished = groups.filter(([, , state]) => state === "C").map(([, txg]) => Number(txg));
    return finished.length > 0
        ? Math.max(...finished)
        : Math.min(...groups.map(([, txg]) => Number(txg))) - 1;
}
