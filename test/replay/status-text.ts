// The text of `zpool status -pPsti` for a healthy generated pool, as ZFS 2.1 prints it.

import { rootVdev } from "./status-json.ts";
import type { StatusPool, StatusVdev } from "./status-json.ts";

const heading = ["NAME", "STATE", "READ", "WRITE", "CKSUM", "SLOW"];

/** What `zpool status -pPsti` says of `pool`. */
export function statusText(pool: StatusPool): string {
    const rows = [heading, ...vdevRows(rootVdev(pool), 0)];
    const width = Math.max(...rows.map(([name = ""]) => name.length));
    const config = rows.map(([name = "", ...cells]) => `\t${[name.padEnd(width), ...cells].join("  ")}\n`);
    return [
        `  pool: ${pool.name}\n state: ${pool.state}\nconfig:\n\n`,
        ...config,
        "\nerrors: No known data errors\n",
    ].join("");
}

function vdevRows(vdev: StatusVdev, depth: number): string[][] {
    const { name, state, read_errors, write_errors, checksum_errors, slow_ios = "-", vdevs = {} } = vdev;
    const children = Object.values(vdevs);
    const remarks = children.length === 0 ? ["(uninitialized)", "(untrimmed)"] : [];
    const row = [
        "  ".repeat(depth) + name,
        state,
        read_errors,
        write_errors,
        checksum_errors,
        slow_ios,
        ...remarks,
    ];
    return [row, ...children.flatMap((child) => vdevRows(child, depth + 1))];
}
