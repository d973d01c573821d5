/**
 * The last transaction group that reached the disks, from `/proc/spl/kstat/zfs/POOL/txgs`; undefined when the kernel
 * keeps no such list (`zfs_txg_history` is 0) or the list holds none. An idle pool still finishes one every
 * `zfs_txg_timeout` seconds.
 */
export function parseLastTxg(text: string): number | undefined {
    const finished = [...text.matchAll(/^(\d+) +\d+ +C /gm)].map(([, txg]) => Number(txg));
    return finished.length > 0 ? Math.max(...finished) : undefined;
}
