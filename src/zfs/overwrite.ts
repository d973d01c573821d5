import type { Holding } from "./disk-choice.ts";
import type { PlanWarning } from "./layout/warnings.ts";
import type { Outcome } from "./outcome.ts";

/** How the kernel refuses vdevs whose blocks are of another size; only at the real try, and without a word of `-f`. */
const OTHER_ASHIFT =
    /^cannot add to '.*': adding devices with different physical sector sizes is not allowed$/;

/**
 * What `-f` would override, as zpool says it when it refuses a disk; undefined when that is not why it failed, or
 * when `-f` would not help. vdev_error() in zpool_vdev.c, spa_vdev_add() in spa.c.
 */
export function overridable(stderr: string): readonly string[] | undefined {
    const [said = "", reasons] = stderr.split("use '-f' to override the following errors:\n");
    if (reasons !== undefined) return reasons.split("\n").filter((line) => line.trim() !== "");
    return OTHER_ASHIFT.test(said.trim()) ? [said.trim()] : undefined;
}

/** The same, of a change that was tried. */
export const overridableAfter = (outcome: Outcome | undefined): readonly string[] | undefined =>
    outcome?.kind === "ended" && outcome.state === "failed" ? overridable(outcome.stderr) : undefined;

/**
 * Whether the person has agreed to overwrite all that zpool complains about. `-f` silences every check, so it may be
 * offered only then: each reason has to be about a device whose content was shown, and name that content, or about
 * something that the person was warned of. It need not name all that was shown: of a disk it names only the first thing in
 * the way (check_disk() in zpool_vdev_os.c), and what it does not name stands in the same list, which the person has seen
 * whole, and is compared with the disk again before anything is overwritten.
 *
 * @param warnings of the plan for several disks
 */
export const isAgreed = (
    reasons: readonly string[],
    holdings: readonly Holding[],
    warnings: readonly PlanWarning[] = [],
): boolean =>
    reasons.length > 0 &&
    reasons.every(
        (reason) =>
            holdings.some((holding) => isAbout(reason, holding)) ||
            warnings.some(({ kind }) => refusals[kind]?.test(reason)),
    );

/** How ZFS refuses what the page warns of. get_replication() and check_replication() in zpool_vdev.c, spa_vdev_add(). */
const refusals: Partial<Readonly<Record<PlanWarning["kind"], RegExp>>> = {
    unequalSizes: /^\S+ contains devices of different sizes$/,
    mixedRedundancy: /^mismatched replication level: /,
    otherAshift: OTHER_ASHIFT,
};

/**
 * Parts of pools that would be overwritten without zpool saying that these were exported: another host may have them
 * imported at this moment. zpool calls such a pool "potentially active"; of a disk it names only the first thing in the
 * way, so nothing is known of what it does not name. check_disk() in zpool_vdev_os.c.
 *
 * @param reasons what `-f` would override
 */
export const maybeInUse = (reasons: readonly string[], holdings: readonly Holding[]): readonly Holding[] =>
    holdings.filter(
        (holding) =>
            holding.type === "zfs_member" && !reasons.some((reason) => saysExported(reason, holding)),
    );

/** "/dev/sdb1 is part of exported pool 'tank'"; what udev finds on a whole disk may be that of its first partition. */
function saysExported(reason: string, { paths, label }: Holding): boolean {
    const [, device = "", pool] = /^(.*) is part of exported pool '(.*)'$/.exec(reason) ?? [];
    return (
        pool === label &&
        paths.some(
            (path) => device.startsWith(path) && /^(?:(?:-part|p)?\d+)?$/.test(device.slice(path.length)),
        )
    );
}

/**
 * "/dev/sdb1 contains a filesystem of type 'ext4'", "/dev/sdb1 is part of exported pool 'tank'". Of a pool that is in
 * use here, or for which zpool has no word, nothing is agreed to: `-f` would break it, or not help.
 */
function isAbout(reason: string, { paths, type, label, table }: Holding): boolean {
    if (!paths.some((path) => reason.startsWith(`${path} `))) return false;
    const [, quoted] = /'(.*)'/.exec(reason) ?? [];
    if (quoted === undefined) return table !== undefined;
    return reason.includes(" is part of ")
        ? type === "zfs_member" &&
              quoted === label &&
              /of (?:exported|potentially active) pool '/.test(reason)
        : quoted === type;
}
