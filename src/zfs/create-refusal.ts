/** Where in the form stands what ZFS refuses. */
export type RefusedStep = "disks" | "options";

/** Words of ZFS's about the name, the place, a property or the key. zpool_create() in libzfs_pool.c, libzfs_crypto.c. */
const ABOUT_OPTIONS =
    /pool already exists|name is reserved|invalid character|name must begin|name is too long|mountpoint|propert|compatibility|Passphrase|keyformat|key material/i;
const ABOUT_DISKS = /\/dev\/|\bdevices?\b|\bvdevs?\b/;

/** What a refusal of `zpool create` or `zpool add` is about, as far as its words tell. */
export function refusedStep(said: string): RefusedStep | undefined {
    if (ABOUT_OPTIONS.test(said)) return "options";
    return ABOUT_DISKS.test(said) ? "disks" : undefined;
}
