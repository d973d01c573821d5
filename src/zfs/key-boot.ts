// What becomes of a key when the host starts. ZFS itself loads none: somebody has to call `zfs load-key`. Where
// zfs-mount-generator(8) is at work, it makes a unit for each encryption root; administrators have units of their own.
import type { KeyRoot } from "./key-map.ts";
import { holdsSystem } from "./key-map.ts";
import { escapeUnit } from "./units.ts";
import type { Units } from "./units.ts";

/** What loads a key when the host starts. */
export type KeyBoot =
    /** The system itself lies on it: it is loaded before there are any units. */
    | { readonly kind: "system" }
    /** `asks`: a person has to type it at the console. */
    | { readonly kind: "unit"; readonly unit: string; readonly asks: boolean }
    | { readonly kind: "nothing" };

/** The unit that mounts all that can be mounted. */
const mountUnit = "zfs-mount.service";

const startsByItself = (units: Units, name: string): boolean =>
    /^(enabled|generated|alias)/.test(units.get(name)?.fileState ?? "");

/**
 * What loads the key of a root when the host starts; undefined where that is not known.
 *
 * @param units those whose names begin with "zfs", as systemd has them
 */
export function keyBoot(root: KeyRoot, units: Units | undefined): KeyBoot | undefined {
    if (holdsSystem(root)) return { kind: "system" };
    if (!units) return undefined;
    const { name, keyLocation } = root.dataset;
    const escaped = escapeUnit(name);
    const own = [`zfs-load-key-${escaped}.service`, `zfs-load-key@${escaped}.service`];
    const unit =
        own.find((one) => startsByItself(units, one) || units.get(one)?.activeState === "active") ??
        ["zfs-load-key.service"].find((one) => startsByItself(units, one));
    return unit === undefined ? { kind: "nothing" } : { kind: "unit", unit, asks: keyLocation === "prompt" };
}

/** Whether what a key opens is mounted when the host starts; undefined where that is not known. */
export const mountsAtBoot = (units: Units | undefined): boolean | undefined =>
    units && startsByItself(units, mountUnit);
