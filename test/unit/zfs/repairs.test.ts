import { judge } from "../../../src/zfs/health.ts";
import { parseStatusJson } from "../../../src/zfs/parse/status-json.ts";
import { repairs } from "../../../src/zfs/repairs.ts";
import { shortName } from "../../../src/zfs/vdevs.ts";
import { jsonFixture } from "./fixtures.ts";

/** What is offered for each device in trouble, in a recorded status. */
function offered(name: string): readonly (readonly string[])[] {
    const [pool] = parseStatusJson(jsonFixture("zpool-status/2.3.9", `${name}.json`), 1_795_345_900);
    if (pool === undefined) throw new Error("no pool");
    return repairs(pool, judge(pool).findings).map(({ place, actions }) => [
        shortName(place.vdev),
        ...actions,
    ]);
}

test.each([
    ["a healthy pool needs none", "s01-full", []],
    ["an offline device comes back or is replaced", "s02-offline", [["/mnt/m2", "online", "replace"]]],
    [
        "a faulted device is replaced or cleared, before the offline one",
        "s02-faulted",
        [
            ["/mnt/m4", "replace", "clear"],
            ["/mnt/m2", "online", "replace"],
        ],
    ],
    ["what is being replaced already is left alone", "s03-replacing", []],
    ["errors of a device are cleared", "s12-cksum", [["/mnt/i2", "clear"]]],
] as const)("%s", (_what, name, expected) => expect(offered(name)).toEqual(expected));
