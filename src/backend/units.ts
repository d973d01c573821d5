import cockpit from "cockpit";

import type { Unit, Units } from "../zfs/units.ts";

const systemd = "org.freedesktop.systemd1";
const manager = [`/${systemd.replaceAll(".", "/")}`, `${systemd}.Manager`] as const;

/**
 * What systemd knows of the units whose names match, asked over D-Bus: no process starts. Anybody may ask.
 *
 * @param patterns names with wildcards, such as "zfs-*"
 * @throws what D-Bus said, for instance where there is no systemd
 */
export async function readUnits(patterns: readonly string[]): Promise<Units> {
    const client = cockpit.dbus(systemd, { bus: "system" });
    try {
        const [files, loaded] = await Promise.all([
            client.call(...manager, "ListUnitFilesByPatterns", [[], patterns]),
            client.call(...manager, "ListUnitsByPatterns", [[], patterns]),
        ]);
        const units = new Map<string, Unit>();
        for (const [path, fileState] of files[0] as readonly [string, string][])
            units.set(path.slice(path.lastIndexOf("/") + 1), { fileState });
        // a unit that others only mention is listed too, as not found
        for (const [name, , loadState, activeState] of loaded[0] as readonly string[][])
            if (name !== undefined && loadState === "loaded")
                units.set(name, { ...units.get(name), activeState });
        // an instance of a template that is enabled is not among the files
        const instances = [...units].filter(([name, unit]) => name.includes("@") && !unit.fileState);
        for (const [name, unit] of instances) {
            const state = await client.call(...manager, "GetUnitFileState", [name]).catch(() => [undefined]);
            units.set(name, { ...unit, fileState: state[0] as string | undefined });
        }
        return units;
    } finally {
        client.close();
    }
}
