import { parseCompatibilityNames } from "../zfs/compatibility.ts";
import { compatibilityNames } from "../zfs/reads.ts";

import { listTimeout, read } from "./read.ts";

/** Where ZFS looks for files of features, the administrator's own first. zpool-features(7) */
const folders = ["/etc/zfs/compatibility.d", "/usr/share/zfs/compatibility.d"] as const;

/** The files of features that the property `compatibility` can name; none where a folder is not there. */
export async function readCompatibilityNames(): Promise<readonly string[]> {
    const listings = folders.map((folder) => read(compatibilityNames(folder), listTimeout).catch(() => ""));
    return parseCompatibilityNames((await Promise.all(listings)).join("\n"));
}
