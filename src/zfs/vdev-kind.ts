import type { Vdev } from "./model.ts";

/** Names that ZFS makes itself; a number after the dash is the vdev's index. zpoolconcepts(7). */
const MADE_NAMES: readonly (readonly [RegExp, NonNullable<Vdev["kind"]>])[] = [
    [/^mirror(-\d+)?$/, "mirror"],
    [/^raidz[123]?(-\d+)?$/, "raidz"],
    [/^draid[123]?(:\d+[dcs])*-\d+$/, "draid"],
    [/^draid[123]-\d+-\d+$/, "dspare"],
    [/^replacing(-\d+)?$/, "replacing"],
    [/^spare(-\d+)?$/, "spare"],
    [/^indirect-\d+$/, "indirect"],
    [/^hole-\d+$/, "hole"],
    [/^missing-\d+$/, "missing"],
];

/**
 * Kind of a vdev by the name in the text form and, for a device that is not there, by where it was. Undefined
 * when only a guid is known. Files are always shown with their full path, disks without -P never.
 */
export function vdevKind(name: string, path: string | undefined): Vdev["kind"] {
    const made = MADE_NAMES.find(([pattern]) => pattern.test(name));
    if (made !== undefined) return made[1];
    const place = path ?? name;
    if (place.startsWith("/")) return place.startsWith("/dev/") ? "disk" : "file";
    return /^\d+$/.test(place) ? undefined : "disk";
}
