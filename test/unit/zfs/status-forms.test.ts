import { joinStatus } from "../../../src/zfs/join-status.ts";
import { parseListVdevs } from "../../../src/zfs/parse/list-vdevs.ts";
import { parseStatusJson } from "../../../src/zfs/parse/status-json.ts";
import { parseStatus } from "../../../src/zfs/parse/status.ts";
import { differences } from "../../status-differences.ts";

import { fixture, fixtureNames, jsonFixture } from "./fixtures.ts";

const FOLDER = "zpool-status/2.3.9";
/** Cut in the middle of a file name by LC_ALL=C: no JSON. */
const CUT = ["s11-cleared.json", "s11-errorsv.json"];

/** The resilver ended between the two calls. */
const APART = ["s08-draidrebuild.json"];

/** Both forms of each recorded moment. */
const MOMENTS = fixtureNames(FOLDER, ".txt")
    .map((name) => name.replace(".txt", ".json"))
    .filter((name) => fixtureNames(FOLDER, ".json").includes(name) && ![...CUT, ...APART].includes(name));

/** What went on between the two calls, or (who takes part in a rebuild) is in the text alone: not compared there. */
const MOVING: Readonly<Record<string, readonly string[]>> = {
    "s05-rebuild.json": ["rate", "scanRate", "activity"],
    "s05-rebuilt.json": ["issued", "percent", "rate", "secondsLeft"],
    "s09-expanded.json": ["issued", "percent", "rate"],
    "s10-init.json": ["percent"],
    "s13-suspall.json": ["write"],
};

/** Lines of the text that are not known, such as its warnings about a scan, are no keys of the JSON. */
const TEXT_ALONE = ["unknown"];

/** What the page asks for by options that the recordings lack, or by other calls: space is compared below. */
const NOT_ASKED = ["guid", "path", "slowIos", "space"];

/** Times of calls; the recordings do not hold them. */
const NOW: Readonly<Record<string, number>> = {
    "s07-removing.json": 1795345805,
    "s09-expanding.json": 1795345839,
};

test.each(MOMENTS)("text and JSON agree in every field that both carry: %s", (name) => {
    const text = parseStatus(fixture(FOLDER, name.replace(".json", ".txt")));
    const json = parseStatusJson(jsonFixture(FOLDER, name), NOW[name]);
    expect(text.length).toBeGreaterThan(0);
    expect(differences(text, json, [...TEXT_ALONE, ...(MOVING[name] ?? [])], NOT_ASKED)).toEqual([]);
});

/** Recorded a while after the JSON, in which the pool was written to; and what JSON has not. */
const SPACE_APART = ["allocated", "free", "fragmentation"];

test("text, with the sizes of another call, and JSON agree in space: s01-all", () => {
    const status = parseStatus(fixture(FOLDER, "s01-all.txt"));
    const sizes = parseListVdevs(fixture("zpool-list", "2.3.9-v.txt"));
    const text = joinStatus({ status, guids: [], sizes, usage: [] });
    const json = parseStatusJson(jsonFixture(FOLDER, "s01-all.json"));
    const lacking = NOT_ASKED.filter((name) => name !== "space");
    // of a spare, JSON tells no size
    expect(differences(text, json, [...TEXT_ALONE, ...SPACE_APART], lacking)).toEqual([
        ".1.sections.4.vdevs.0.space.physical: 268435456, undefined",
        ".1.sections.4.vdevs.1.space.physical: 268435456, undefined",
    ]);
});

test("there are moments to compare", () => {
    expect(MOMENTS.length).toBeGreaterThan(40);
});

test("what one of the forms lacks is a difference, save where it is known to", () => {
    const scan = { kind: "scrub", state: "finished", end: 2 };
    expect(differences([{ scan }], [{ scan: { ...scan, total: 1n, errors: 0 } }], [])).toEqual([
        ".0.scan.errors: undefined, 0",
    ]);
    expect(differences([{ scan }], [{}], [])).toEqual([".0.scan: [object Object], undefined"]);
    expect(differences([{}, {}], [{}], [])).toEqual([".1: [object Object], undefined"]);
    expect(differences([{}], [{ name: "tank", guid: "1" }], [], ["guid"])).toEqual([
        ".0.name: undefined, tank",
    ]);
});
