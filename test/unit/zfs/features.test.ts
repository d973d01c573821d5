import { enableFeature, upgradePool } from "../../../src/zfs/commands/features.ts";
import { changesFor, compatibilityNames, importability, upgradeSet } from "../../../src/zfs/compatibility.ts";
import { disabledFeatures, enabledAfter, featuresOf } from "../../../src/zfs/features.ts";
import { parseCompatibility } from "../../../src/zfs/parse/compatibility.ts";
import { parseModule } from "../../../src/zfs/parse/module.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { moduleFiles } from "../../module-files.ts";

import { fixture } from "./fixtures.ts";

const systems = parseCompatibility(fixture("compatibility", "2.3.txt"));
const rules = parseModule(moduleFiles).features;

const system = (name: string) => {
    const found = systems.find(({ names }) => names.includes(name));
    if (!found) throw new Error(name);
    return found;
};

const features = (states: Readonly<Record<string, string>>) =>
    featuresOf(
        Object.entries(states).map(([name, value]) => ({ name: `feature@${name}`, value })),
        rules,
    );

test("the features that a pool could have and does not are known by its properties", () => {
    const properties = [
        { name: "feature@device_removal", value: "disabled" },
        { name: "feature@raidz_expansion", value: "enabled" },
        { name: "unsupported@x", value: "disabled" },
        { name: "comment", value: "disabled" },
    ];
    expect(disabledFeatures(properties)).toEqual(["device_removal"]);
});

test("files that say the same are one system, comments are no features", () => {
    expect(systems.map(({ names }) => names)).toEqual([
        ["grub2", "grub2-2.12"],
        ["grub2-2.06"],
        ["openzfs-2.0-linux"],
        ["openzfs-2.1-linux", "ubuntu-22.04"],
        ["openzfs-2.2"],
        ["openzfs-2.3"],
    ]);
    expect(system("openzfs-2.3").features.has("raidz_expansion")).toBe(true);
    expect(system("openzfs-2.1-linux").features.has("head_errlog")).toBe(false);
    expect([...system("grub2").features].filter((word) => !/^[a-z0-9_]+$/.test(word))).toEqual([]);
    expect(() => parseCompatibility("grep: no such file\n")).toThrow(ParseError);
});

test("a file of the administrator's stands before ZFS's of that name", () => {
    const [grub] = parseCompatibility("/etc/a/grub2:lz4_compress\n/usr/a/grub2:encryption\n");
    expect([...(grub?.features ?? [])]).toEqual(["lz4_compress"]);
});

test("the newest release is offered first", () => {
    const named = ["openzfs-2.1-linux", "openzfs-2.10-linux"].map((name) => ({
        names: [name],
        features: new Set<string>(),
    }));
    expect(compatibilityNames(named)).toEqual(["openzfs-2.10-linux", "openzfs-2.1-linux"]);
});

test.each([
    [{ encryption: "active" }, "openzfs-2.1-linux", { kind: "yes" }],
    [{ encryption: "active" }, "grub2", { kind: "no", missing: ["encryption"] }],
    [{ encryption: "enabled" }, "grub2", { kind: "untilUsed", missing: ["encryption"] }],
    [{ encryption: "disabled" }, "grub2", { kind: "yes" }],
    [{ fast_dedup: "active" }, "openzfs-2.2", { kind: "readOnly", missing: ["fast_dedup"] }],
    [
        { fast_dedup: "active", raidz_expansion: "active" },
        "openzfs-2.2",
        { kind: "no", missing: ["fast_dedup", "raidz_expansion"] },
    ],
    [{ unheard_of: "active" }, "openzfs-2.3", { kind: "no", missing: ["unheard_of"] }],
])("with %j, %s: %j", (states, name, expected) => {
    expect(importability(features(states), system(name))).toEqual(expected);
});

test("a feature that is used at once is active afterwards", () => {
    const now = features({ head_errlog: "disabled", raidz_expansion: "disabled", encryption: "active" });
    const after = enabledAfter(now, new Set(["head_errlog", "raidz_expansion", "encryption"]));
    expect(after.map(({ state }) => state)).toEqual(["active", "enabled", "active"]);
    expect(enabledAfter(now, new Set())).toEqual(now);
});

test("only the systems for which something changes are told", () => {
    const now = features({ head_errlog: "disabled", encryption: "active" });
    expect(changesFor(systems, now, new Set(["head_errlog"]))).toEqual(
        ["openzfs-2.0-linux", "openzfs-2.1-linux"].map((name) => ({
            names: system(name).names,
            now: { kind: "yes" },
            after: { kind: "no", missing: ["head_errlog"] },
        })),
    );
});

test("an upgrade enables what the pool's compatibility allows", () => {
    const now = features({
        ...{ head_errlog: "disabled", encryption: "disabled", async_destroy: "enabled" },
        // it is enabled alone, or not at all
        dynamic_gang_header: "disabled",
    });
    const enabled = (compatibility?: string) => {
        const names = upgradeSet(now, compatibility, systems);
        return names && [...names];
    };
    expect(enabled()).toEqual(["head_errlog", "encryption"]);
    expect(enabled("off")).toEqual(["head_errlog", "encryption"]);
    expect(enabled("legacy")).toEqual([]);
    expect(enabled("openzfs-2.1-linux")).toEqual(["encryption"]);
    expect(enabled("openzfs-2.1-linux,grub2")).toEqual([]);
    expect(enabled("/root/mine")).toBeUndefined();
});

test("both are for the pool that was seen, and for good", () => {
    const tank = { name: "tank", guid: "7" };
    expect(enableFeature(tank, "zstd_compress")).toMatchObject({
        argv: ["zpool", "set", "feature@zstd_compress=enabled", "tank"],
        danger: "destructive",
        expect: { pools: [tank] },
    });
    expect(upgradePool(tank)).toMatchObject({
        argv: ["zpool", "upgrade", "tank"],
        danger: "destructive",
        expect: { pools: [tank] },
    });
});
