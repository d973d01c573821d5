import { commandWords } from "../../../src/pages/change/command-words.ts";
import {
    granteeText,
    originText,
    permissionText,
    reachText,
} from "../../../src/pages/delegation/permission-text.ts";
import { limitProblemText, limitText, usedText } from "../../../src/pages/quotas/limit-text.ts";
import { accessChanges } from "../../../src/zfs/commands/access-purpose.ts";
import { limits } from "../../../src/zfs/commands/limit.ts";
import { BELOW, BOTH, HERE, NOWHERE } from "../../../src/zfs/delegation.ts";
import { parsePermissions } from "../../../src/zfs/parse/permissions.ts";
import { fixture } from "../zfs/fixtures.ts";

test.each(accessChanges)("%s is named by what it is about, before and after", (kind) => {
    for (const subject of ["anna", "everyone"]) {
        const words = Object.values(commandWords({ kind, dataset: "tank/home", subject }));
        expect(words).toHaveLength(3);
        for (const text of words) {
            expect(text).toMatch(/^[A-Z]|^anna|^everyone/);
            expect(text).toContain("tank/home");
            expect(text).not.toMatch(/\$|undefined/);
        }
    }
});

test.each(["2.1.11", "2.3.9"])("every permission of ZFS %s has a sentence", (version) => {
    for (const permission of parsePermissions(fixture("zfs-allow", `${version}-permissions.txt`))) {
        const text = permissionText(permission);
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(text).not.toMatch(/\$|undefined/);
    }
});

test("a permission of a later version is shown with ZFS's own words, or alone", () => {
    expect(permissionText({ name: "sing", type: "subcommand", note: "Allows singing" })).toBe(
        "Allows singing",
    );
    expect(permissionText({ name: "sing", type: "other", note: "" })).toBe("");
    expect(permissionText({ name: "mount", type: "subcommand", note: "" })).toMatch(/On Linux only root/);
    expect(permissionText({ name: "create", type: "subcommand", note: "" })).toMatch(/also wants: mount\./);
});

test("where a right comes from is told with the sets on the way", () => {
    const through = { kind: "user", name: "anna" } as const;
    const origin = { dataset: "tank", through, isInherited: true };
    expect(originText({ ...origin, sets: [] })).toBe("user anna, on tank");
    expect(originText({ ...origin, sets: ["@a", "@b"] })).toBe("user anna, on tank, by the set @a › @b");
    expect(granteeText({ kind: "user", name: "42", isUnknown: true })).toBe("unknown user 42");
    expect([BOTH, HERE, BELOW, NOWHERE].map(reachText)).toEqual(["here and below", "here", "below", ""]);
});

test.each(limits)("%s says what it means and what it is compared with", (limit) => {
    expect(limitText(limit)).toMatch(/^The most|^What is kept/);
    expect(usedText(limit, 1n << 30n, 2n << 30n)).toMatch(/^1 GiB of 2 GiB /);
});

test("of a reservation more than all may be used, and of a quota that is over the limit", () => {
    expect(limits.map((limit) => usedText(limit, 2n << 30n, 1n << 30n))).toEqual([
        "2 GiB with all that lies in it, over the limit of 1 GiB",
        "2 GiB in the dataset itself, over the limit of 1 GiB",
        "All of it is used: 2 GiB with all that lies in it",
        "All of it is used: the dataset itself holds 2 GiB",
    ]);
});

test.each([
    [{ kind: "noSize" }, "A size such as 10G, none or auto"],
    [{ kind: "belowUsed", least: 1n << 30n }, "1 GiB is used already: ZFS takes no less"],
    [
        { kind: "belowReservation", limit: "reservation", bytes: 5n },
        "Its reservation is 5 B: ZFS takes no less",
    ],
    [{ kind: "aboveQuota", limit: "quota", bytes: 5n }, "Its quota is 5 B: ZFS takes no more"],
    [{ kind: "aboveAvailable", most: 5n }, "There is not so much: ZFS takes 5 B at most"],
] as const)("%j is said at the field", (problem, text) => {
    expect(limitProblemText(problem, true)).toBe(text);
});
