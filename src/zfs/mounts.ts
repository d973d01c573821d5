/**
 * The pool on which the system itself lives, if it does: the one mounted at /.
 *
 * @param mounts /proc/self/mounts, see proc_pid_mounts(5)
 */
export function poolOfRoot(mounts: string): string | undefined {
    const [, dataset] = /^(\S+) \/ zfs /m.exec(mounts) ?? [];
    return dataset
        ?.replace(/\\([0-7]{3})/g, (_match, digits: string) => String.fromCharCode(parseInt(digits, 8)))
        .split("/")[0];
}
