import type { PoolUses } from "../contents.ts";

import { parseJson } from "./parse-json.ts";

/**
 * Reads `zfsadmin uses`. See zfsadmin(8).
 * @throws ParseError when it is not that
 */
export function parseUses(text: string): PoolUses {
    const output = parseJson(text);
    const items = (key: string) => output.items(key) ?? output.fail(`no "${key}"`);
    return {
        processes: items("processes").map((process) => ({
            pid: process.number("pid") ?? process.fail("a process without a number"),
            command: process.text("command") ?? "",
            path: process.required("path", "a process"),
        })),
        volumes: items("volumes").map((volume) => ({
            volume: volume.required("volume", "a volume"),
            uses: volume.texts("uses") ?? [],
        })),
        loops: (output.items("loops") ?? []).map((loop) => ({
            device: loop.required("device", "a loop device"),
            path: loop.required("path", "a loop device"),
        })),
        mounts: (output.items("mounts") ?? []).map((mount) => ({
            place: mount.required("place", "a mount"),
            source: mount.required("source", "a mount"),
        })),
        mapsRead: output.boolean("mapsRead") ?? true,
    };
}
