import type { Holding } from "./disk-choice.ts";
import type { PlanWarning } from "./layout/warnings.ts";

/**
 * What `-f` would override, as zpool says it when it refuses a disk; undefined when that is not why it failed, or
 * when `-f` would not help. vdev_error() in zpool_vdev.c.
 */
export function overridable(stderr: string): readonly string[] | undefined {
    const [, reasons] = stderr.split("use '-f' to override the following errors:\n");
    return reasons?.split("\n").filter((line) => line.trim() !== "");
}

/**
 * Whether the person has agreed to overwrite all that zpool complains about. `-f` silences every check, so it may be
 * offered only then: each reason has to be about a device whose content was shown, and name that content, or about
 * something that the person was warned of.
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

/** How zpool refuses what the page warns of. get_replication() and check_replication() in zpool_vdev.c. */
const refusals: Partial<Readonly<Record<PlanWarning["kind"], RegExp>>> = {
    unequalSizes: /^\S+ contains devices of different sizes$/,
    mixedRedundancy: /^mismatched replication level: /,
};

/** "/dev/sdb1 contains a filesystem of type 'ext4'", "/dev/sdb1 is part of exported pool 'tank'" */
function isAbout(reason: string, { paths, type, label, table }: Holding): boolean {
    if (!paths.some((path) => reason.startsWith(`${path} `))) return false;
    const quoted = /'(.*)'/.exec(reason)?.[1];
    return quoted === undefined ? table !== undefined : quoted === type || quoted === label;
}
