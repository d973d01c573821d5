// What is in the pool tank, and who holds it: what is asked before it is exported or destroyed.

import { LIST_SNAPSHOTS } from "../../src/zfs/reads.ts";

import { belowLine, listOf, volume } from "./datasets.ts";
import type { Answers } from "./scenario.ts";

/** What `zfsadmin uses` says when a process and swap hold something. */
export const held = {
    processes: [{ pid: 4711, command: "rsync", path: "/tank/home/anna/films" }],
    volumes: [{ volume: "tank/disk", uses: ["swap"] }],
};

export const snapshotsInside = [
    { name: "tank@a", guid: "21" },
    { name: "tank/home@a", guid: "22" },
    { name: "tank/home@b", guid: "23" },
];

/**
 * A filesystem of 12 TB that is shared, a volume, and three snapshots.
 *
 * @param guid of the root dataset
 */
export const poolContents = (guid: string, uses: object = { processes: [], volumes: [] }): Answers => ({
    [belowLine("tank")]: {
        stdout: listOf([
            { name: "tank", guid, used: "23000000000000" },
            {
                name: "tank/home",
                guid: "11",
                used: "12000000000000",
                sharenfs: "on",
                mountpoint: "/tank/ho\tme",
            },
            { ...volume, name: "tank/disk", guid: "12" },
        ]),
    },
    [[...LIST_SNAPSHOTS, "tank"].join(" ")]: {
        stdout: snapshotsInside.map(({ name, guid }) => `${name}\t${guid}\n`).join(""),
    },
    "zfsadmin uses tank": { stdout: `${JSON.stringify(uses)}\n` },
});
