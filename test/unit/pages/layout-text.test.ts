import { paceText, survivalText, vdevText, widthText } from "../../../src/pages/create/layout-text.ts";
import { autoAshiftText, settingText } from "../../../src/pages/create/option-text.ts";
import { warningText } from "../../../src/pages/create/warning-text.ts";
import type { PlannedVdev } from "../../../src/zfs/layout/plan.ts";
import { survivalOf } from "../../../src/zfs/layout/survival.ts";
import type { PlanWarning } from "../../../src/zfs/layout/warnings.ts";
import { emptyKey, encryptionSettings, keySources } from "../../../src/zfs/new-key.ts";
import { poolSettings, rootSettings, usualOptions } from "../../../src/zfs/pool-options.ts";
import { TIB, disks, vdevs } from "../zfs/layouts.ts";

const raidz2 = vdevs("data", disks(6), { kind: "raidz2", width: 6 });
const mirrors = vdevs("data", disks(6), { kind: "mirror", width: 2 });
const special = vdevs("special", disks(1), { kind: "stripe", width: 1 });

const said = (plan: readonly PlannedVdev[]): string => {
    const survival = survivalOf(plan);
    return survival ? survivalText(survival).join(" ") : "";
};

test.each<[string, readonly PlannedVdev[], string]>([
    ["raidz2", raidz2, "Survives the failure of any 2 disks."],
    ["mirrors", mirrors, "Survives the failure of any 1 disk. At most 3: 1 disk in each of 3 × mirror."],
    [
        "raidz2 with a special disk alone",
        [...raidz2, ...special],
        "The pool is lost when a single disk fails. At most 2: 2 disks of raidz2, none of Special single disks.",
    ],
    ["a stripe", special, "The pool is lost when a single disk fails."],
])("what may fail of %s", (_name, plan, text) => {
    expect(said(plan)).toBe(text);
});

test("how fast a layout is, and what a resilver takes, is another sentence for each kind", () => {
    const draid = (spares: number) => paceText({ kind: "draid2", draid: { data: 4, spares } });
    const kinds = ["stripe", "mirror", "raidz1", "raidz3"] as const;
    const sentences = [...kinds.map((kind) => paceText({ kind })), draid(1), draid(0)];
    expect(new Set(sentences).size).toBe(6);
    expect(sentences.join(" ")).not.toMatch(/\$\d|undefined/);
    expect(mirrors.map(paceText).every((text) => text.startsWith("All disks of a mirror serve reads."))).toBe(
        true,
    );
});

test("vdevs and widths in words", () => {
    expect(raidz2.map(vdevText)).toEqual(["raidz2 of 6 disks"]);
    expect(special.map(vdevText)).toEqual(["single disk"]);
    expect(widthText("mirror", 2, 6)).toBe("3 × mirror of 2 disks");
    expect(widthText("raidz1", 3, 7)).toBe("2 × raidz1 of 3 disks, 1 disk left over");
});

/** One of every kind; the compiler sees to it that none is missing. */
const warnings: { readonly [Kind in PlanWarning["kind"]]: Extract<PlanWarning, { readonly kind: Kind }> } = {
    noRedundancy: { kind: "noRedundancy" },
    singleVital: { kind: "singleVital", class: "special" },
    singleLog: { kind: "singleLog" },
    unequalSizes: { kind: "unequalSizes", layout: "raidz1", wasted: TIB },
    mixedRedundancy: { kind: "mixedRedundancy" },
    mixedSectors: { kind: "mixedSectors", sizes: [512, 4096] },
    smallAshift: { kind: "smallAshift", ashift: 9, sector: 4096 },
    claimedSectors: { kind: "claimedSectors", ashift: 9 },
    otherAshift: { kind: "otherAshift", ashift: 12, present: [9, 13] },
    wideRaidz: { kind: "wideRaidz", width: 14 },
    largeRaidz1: { kind: "largeRaidz1", size: 16n * TIB },
    narrowRaidz: { kind: "narrowRaidz", layout: "raidz2" },
    smallDraid: { kind: "smallDraid", width: 6 },
};

test("every warning is another sentence, with its figures filled in", () => {
    const sentences = Object.values(warnings).map(warningText);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.join(" ")).not.toMatch(/\$\d|undefined/);
    expect(warningText(warnings.unequalSizes)).toContain("raidz1 differ in size: 1 TiB");
    expect(warningText(warnings.claimedSectors)).toMatch(
        /sectors are of 512 B, .* \(ashift\) will be 9 for good/,
    );
    expect(warningText(warnings.otherAshift)).toMatch(
        /^ashift would be 12 \(4 KiB\); the pool has 9 \(512 B\), 13 \(8 KiB\)\./,
    );
    expect(warningText(warnings.mixedSectors)).toContain("512 B, 4 KiB");
});

test("which block size the disks say is told, where they do", () => {
    expect(autoAshiftText([12])).toBe("As the disks say, which is 12\u00a0(4\u00a0KiB)");
    expect(autoAshiftText([9, 12])).toBe(
        "As the disks say, which is 9\u00a0(512\u00a0B), 12\u00a0(4\u00a0KiB)",
    );
    expect(autoAshiftText([12, undefined])).toBe("As the disks say; not all of them tell it");
});

test("all that can be set is explained", () => {
    const encryption = keySources.flatMap((source) =>
        encryptionSettings({ ...emptyKey, source, iterations: "200000" }),
    );
    const all = { ...usualOptions, ashift: 12, autotrim: true, compatibility: "grub2", encryption };
    const settings = (["off", "relatime", "on"] as const).flatMap((accessTimes) => [
        ...poolSettings({ ...all, accessTimes }),
        ...rootSettings({ ...all, accessTimes }),
    ]);
    expect(settings.length).toBeGreaterThan(20);
    for (const setting of settings) expect(settingText(setting)).not.toBe("");
});
