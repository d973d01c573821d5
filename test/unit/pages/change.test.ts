import { HostError } from "../../../src/backend/errors.ts";
import { differenceText } from "../../../src/pages/change/difference-text.ts";
import { noticeOf } from "../../../src/pages/change/notice.ts";
import { hostObstacle, poolObstacle } from "../../../src/pages/change/obstacle.ts";
import type { ChangeRequest } from "../../../src/store/change-runner.ts";
import { isStuck } from "../../../src/store/pools.ts";
import { setProperties } from "../../../src/zfs/commands/properties.ts";
import { stopScrub } from "../../../src/zfs/commands/scrub.ts";
import type { Difference, Outcome } from "../../../src/zfs/outcome.ts";

const change = (more: Partial<ChangeRequest>): ChangeRequest => ({
    ...{ id: 1, command: stopScrub({ name: "tank", guid: "1" }), takes: "moment", isInDialog: false },
    ...more,
});
const done: Outcome = { kind: "ended", state: "done", stdout: "", stderr: "", recorded: true };
const notice = (outcome: Outcome) => noticeOf(change({ outcome }));
const holder = { argv: ["zpool", "set", "comment=a b", "tank"], person: "anna" };

test.each<[Difference, string]>([
    [
        { what: "pool", name: "tank", expected: "1", found: "2" },
        "“tank” is another pool now: its guid is 2, and was 1.",
    ],
    [{ what: "pool", name: "tank", expected: "1" }, "The pool “tank” is not there any more."],
    [{ what: "dataset", name: "tank/a@b", expected: "1" }, "“tank/a@b” is not there any more."],
    [
        {
            what: "property",
            name: "tank/v",
            property: "volsize",
            expected: "10737418240",
            found: "32212254720",
        },
        "volsize of “tank/v” is 30 GiB now, and was 10 GiB.",
    ],
    [
        { what: "property", name: "tank/a", property: "quota", expected: "0", found: "1073741824" },
        "quota of “tank/a” is 1 GiB now, and was none.",
    ],
    [
        { what: "property", name: "tank/a", property: "org.example:n", found: "x".repeat(200) },
        `org.example:n of “tank/a” is ${"x".repeat(100)}… now, and was not set.`,
    ],
    [{ what: "checkpoint", name: "tank", expected: 1 }, "The checkpoint of “tank” is not there any more."],
    [
        { what: "checkpoint", name: "tank", expected: 1, found: 2 },
        "“tank” has another checkpoint now: it was taken 1970-01-01T00:00:02.000Z, the one before 1970-01-01T00:00:01.000Z.",
    ],
    [
        { what: "disk", path: "/dev/x", field: "serial", expected: "A1", found: "B2" },
        "There is another disk at /dev/x: its serial number is B2, and was A1.",
    ],
    [
        { what: "disk", path: "/dev/x", field: "size", expected: "1073741824", found: "2147483648" },
        "The size of /dev/x is 2 GiB, and was 1 GiB.",
    ],
    [
        { what: "disk", path: "/dev/x", field: "signature", found: "ext4" },
        "What is on the disk /dev/x has changed: it is ext4, and was none.",
    ],
    [
        { what: "disk", path: "/dev/x", field: "parts", expected: "0", found: "2" },
        "The partitions of /dev/x have changed: now 2, before 0.",
    ],
    [{ what: "disk", path: "/dev/x", field: "missing" }, "The disk /dev/x is not there any more."],
    [
        { what: "disk", path: "/dev/x", field: "colour", expected: "red", found: "blue" },
        "The disk /dev/x has changed: colour is blue, and was red.",
    ],
    [
        { what: "vdev", group: "mirror-0", name: "sda", field: "missing", expected: "ONLINE" },
        "sda does not belong to mirror-0 any more.",
    ],
    [
        { what: "vdev", group: "sda", name: "sda", field: "missing" },
        "sda is not there any more, or has become part of another device.",
    ],
    [
        {
            what: "vdev",
            group: "mirror-0",
            name: "sda",
            field: "state",
            expected: "ONLINE",
            found: "OFFLINE",
        },
        "The state of sda has changed: it is Offline, and was Online.",
    ],
    [
        { what: "vdev", group: "mirror-0", name: "123", field: "added", found: "ONLINE" },
        "Another device has come to mirror-0.",
    ],
    [
        { what: "dryRun", added: ["destroy\ttank/a"], removed: [], addedCount: 1, removedCount: 0 },
        "1 line has come to what it would do: destroy tank/a.",
    ],
    [
        { what: "dryRun", added: [], removed: ["a", "b", "c", "d"], addedCount: 0, removedCount: 200 },
        "200 lines have gone from it: a; b; c; …",
    ],
    [
        {
            ...{ what: "contents", name: "tank", added: ["tank/a b"], addedCount: 1 },
            ...{ removed: ["tank/x", "tank/y"], removedCount: 2 },
        },
        "1 dataset has come to tank: tank/a b. 2 datasets of tank are not there any more: tank/x; tank/y.",
    ],
    [
        {
            ...{ what: "snapshots", name: "tank", added: ["tank@b"], addedCount: 1 },
            ...{ removed: ["tank@x", "tank@y"], removedCount: 2 },
        },
        "1 snapshot has come to tank: tank@b. 2 snapshots of tank are not there any more: tank@x; tank@y.",
    ],
])("%j is said", (difference, text) => {
    expect(differenceText(difference)).toBe(text);
});

test("what runs says nothing at first, then what it waits for, then that it still runs", () => {
    expect(noticeOf(change({ holder }))).toBeUndefined();
    expect(noticeOf(change({ takes: "some", isInDialog: true }))).toBeUndefined();
    expect(noticeOf(change({ takes: "some", holder }))?.title).toBe(
        "Stop the scrub of tank: waiting for another change of anna: zpool set 'comment=a b' tank",
    );
    expect(noticeOf(change({ takes: "some", holder: { argv: [] } }))?.title).toBe(
        "Stop the scrub of tank: waiting for another change",
    );
    expect(noticeOf(change({ takes: "long", isInDialog: true }))?.title).toBe(
        "Still running; closing this dialog does not stop it",
    );
    expect(noticeOf(change({ takes: "long", isInSession: true }))?.sentences).toEqual([
        "The host could not take it out of your session: logging out may end it.",
    ]);
    expect(noticeOf(change({ takes: "long" }))?.sentences).toEqual([]);
});

test("success is left to a toast, unless ZFS remarks on it", () => {
    expect(notice(done)).toBeUndefined();
    expect(notice({ ...done, stderr: "but not mounted\n" })).toMatchObject({
        level: "warning",
        title: "Scrub of tank stopped",
        raw: "but not mounted",
    });
    expect(notice({ ...done, recorded: false })?.sentences).toHaveLength(1);
});

test("what was done is not called a failure for what did not follow it", () => {
    const set = setProperties([{ name: "tank/a", guid: "2" }], [["mountpoint", "/ro"]]);
    const stderr =
        "cannot mount '/ro': failed to create mountpoint: Read-only file system\nproperty may be set but unable to remount filesystem\n";
    for (const exitStatus of [0, 1])
        expect(noticeOf(change({ command: set, outcome: { ...done, exitStatus, stderr } }))).toMatchObject({
            level: "warning",
            title: "mountpoint of tank/a set, but mounting failed",
            raw: stderr.trim(),
        });
});

test("failure has a human title and ZFS's own words, or its exit status where it has none", () => {
    expect(notice({ ...done, state: "failed", exitStatus: 1, stderr: "cannot cancel\n" })).toMatchObject({
        level: "danger",
        title: "The scrub of tank was not stopped",
        raw: "cannot cancel",
    });
    expect(notice({ ...done, state: "failed", exitStatus: 3 })?.raw).toContain("exit status is 3");
    expect(notice({ ...done, state: "failed", signal: "SIGKILL" })?.raw).toContain("SIGKILL");
});

test("what nobody knows is not called a failure", () => {
    expect(notice({ ...done, state: "unknown" })?.title).toContain("nobody knows");
    const lost = (kind: "disconnected" | "failed" | "missing") =>
        notice({ kind: "lost", error: new HostError(kind, "m", []), output: "" });
    expect(lost("disconnected")?.title).toContain("connection to the host was lost");
    expect(lost("failed")?.sentences).toEqual(["It may have been done, or may be going on."]);
    expect(lost("missing")?.title).toBe("The scrub of tank was not stopped");
});

test("what nobody saw the end of is not called interrupted", () => {
    const unknown = { ...done, state: "unknown" } as const;
    const killed = notice({ ...unknown, signal: "SIGKILL" });
    expect(killed?.sentences).toEqual(["It was interrupted. What this page shows now is how things are."]);
    // what the helper says when the program that watched the command is gone
    const unwatched = notice({ ...unknown, recorded: false });
    expect(unwatched?.sentences).toEqual([
        "It may still be running, and what this page shows may still change.",
    ]);
});

test("a command that ended, but whose result could not be checked, is not called running", () => {
    const unchecked = notice({ ...done, state: "unknown", exitStatus: 0, stderr: "the key is not known\n" });
    expect(unchecked).toMatchObject({
        level: "warning",
        sentences: ["The command ended, but what came of it could not be checked."],
        raw: "the key is not known",
    });
});

test("a refusal says that nothing was done, and why", () => {
    const refused = (refusal: (Outcome & { kind: "refused" })["refusal"]) =>
        notice({ kind: "refused", refusal });
    expect(refused({ reason: "busy", message: "", holder })).toMatchObject({
        title: "The scrub of tank was not stopped",
        sentences: ["Another change, of anna, is not finished yet:"],
        raw: "zpool set 'comment=a b' tank",
    });
    expect(refused({ reason: "busy", message: "said", holder: { argv: [] } })).toMatchObject({
        sentences: ["Another change is not finished yet."],
        raw: "said",
    });
    expect(refused({ reason: "unrecorded", message: "full", journalOnly: true })?.offersJournalOnly).toBe(
        true,
    );
    expect(refused({ reason: "unrecorded", message: "full", journalOnly: false })?.offersJournalOnly).toBe(
        false,
    );
    expect(refused({ reason: "tomorrow", message: "why" })?.raw).toBe("why");
    expect(refused({ reason: "updated", message: "m", version: "2" })?.sentences).toEqual([
        "This page was updated. Reload it first.",
    ]);
});

test("changes need administrative access and the helper of this page", () => {
    expect(hostObstacle(false, { kind: "unknown" })).toContain("administrative access");
    expect(hostObstacle(null, { kind: "ready" })).toBeDefined();
    expect(hostObstacle(true, { kind: "missing" })).toContain("cockpit-zfsadmin");
    expect(hostObstacle(true, { kind: "updated", version: "2" })).toContain("Reload");
    expect(hostObstacle(true, { kind: "ready" })).toBeUndefined();
});

test("a pool that is stuck takes no change", () => {
    const usage = { name: "tank", guid: "1", health: "ONLINE" };
    const status = { name: "tank", state: "ONLINE", rebuilds: [], sections: [], unknown: [] };
    const root = { name: "tank", notes: [], children: [] };
    const suspended = { usage: { ...usage, health: "SUSPENDED" }, status: { ...status, root } };
    expect([{ usage }, suspended, { usage, silentSince: 1 }, { usage, hungSince: 1 }].map(isStuck)).toEqual([
        ...[false, true, true, true],
    ]);
    expect(poolObstacle({ usage }, [change({ takes: "some" })])).toBeUndefined();
    expect(poolObstacle({ usage }, [change({ takes: "long" })])).toContain("still running");
    expect(poolObstacle({ usage }, [change({ takes: "long", outcome: done })])).toBeUndefined();
    expect(poolObstacle({ usage: { ...usage, name: "other" } }, [change({ takes: "long" })])).toBeUndefined();
    expect(poolObstacle(suspended, [])).toContain("is stopped");
    expect(poolObstacle({ usage, silentSince: 1 }, [])).toContain("does not answer");
    expect(poolObstacle({ usage, hungSince: 1 }, [])).toContain("it hangs");
});
