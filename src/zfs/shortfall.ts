/** What did not follow a change that was made: ZFS mounts and shares after it has made, set, renamed or imported something. */
export type Shortfall = "mount" | "share";

/**
 * What ZFS could not do after a change that it has made, by what it said; undefined where it says nothing of that, and
 * where the change itself was not made. Some releases call this a failure (zfs create and clone of 2.1 to 2.3; set, inherit,
 * rename, zpool import and split of 2.1; zpool create of all), others end well. The helper has the same
 * rule, and tells the releases and the places in their source: helper/zfsadmin/shortfall.py.
 *
 * @param argv the command
 * @param stderr what it said
 */
export function shortfallOf(argv: readonly string[], stderr: string): Shortfall | undefined {
    const name = argv.slice(0, 2).join(" ");
    if (name === "zfs create" || name === "zfs clone") {
        const [, what] = created.exec(stderr) ?? [];
        if (what === undefined) return undefined;
        return what === "not shared" ? "share" : "mount";
    }
    if (!mounting.includes(name)) return undefined;
    const complaints = stderr.split("\n").filter((line) => line.startsWith("cannot "));
    if (complaints.length === 0 || !complaints.every(isAfterwards)) return undefined;
    return complaints.every((line) => line.startsWith("cannot share ")) ? "share" : "mount";
}

const mounting = ["zfs set", "zfs inherit", "zfs rename", "zpool create", "zpool import", "zpool split"];

const created =
    /^filesystem successfully created, but (not mounted|not shared|it may only be mounted by root)$/m;

/** Whether a line complains of what comes after a change. */
export const isAfterwards = (line: string): boolean =>
    /^cannot (?:mount|share|set mount attributes for) /.test(line);
