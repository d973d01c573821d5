/**
 * The pool whose filesystem is mounted at `place`, if there is one: at / the system itself lives on it.
 *
 * @param mounts /proc/self/mounts, see proc_pid_mounts(5)
 */
export function poolAt(place: "/" | "/boot", mounts: string): string | undefined {
    const row = mounts.split("\n").find((line) => line.split(" ").slice(1, 3).join(" ") === `${place} zfs`);
    return row
        ?.replace(/ .*/, "")
        .replace(/\\([0-7]{3})/g, (_match, digits: string) => String.fromCharCode(parseInt(digits, 8)))
        .split("/")[0];
}
