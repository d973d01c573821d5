import type { Change } from "../../../src/zfs/audit.ts";
import { changeFinder, commandsSince, filterHistory, mayBeBefore } from "../../../src/zfs/history.ts";
import type { HistoryEntry } from "../../../src/zfs/history.ts";
import { HistoryReader, parseHistory } from "../../../src/zfs/parse/history.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";

import { fixture } from "./fixtures.ts";

const recorded = (version: string) => fixture("zpool-history", `${version}.txt`);

describe.each(["2.1.11", "2.3.9"])("of %s", (version) => {
    const entries = parseHistory(recorded(version));
    const commands = entries.filter(({ kind }) => kind === "command");

    test("commands have who, where and when", () => {
        expect(commands).toHaveLength(14);
        expect(commands[1]).toMatchObject({
            text: "zfs create tank/with space",
            who: "root",
            host: "testhost:linux",
        });
        expect(
            commands.every(({ time }) => new Date(time * 1000).toISOString().startsWith("2026-11-22T11:")),
        ).toBe(true);
    });

    test("an argument with a line end is one entry", () => {
        expect(commands.at(-1)?.text).toBe("zfs set org.test:nl=line1\nline2 tank/norm");
    });

    test("events have their details with them", () => {
        const events = entries.filter(({ kind }) => kind === "event");
        expect(events[0]?.text).toMatch(/^\[txg:4\] create pool version 5000; /);
        expect(events[0]).toMatchObject({ who: undefined, host: "testhost" });
        expect(
            events.some(({ text }) => /ioctl create\n {4}input:\n {8}type: 2\n {8}props:$/.test(text)),
        ).toBe(true);
        expect(entries.map(({ id }) => id)).toEqual(entries.map((_, index) => index + 1));
    });

    test("what is damaged is an error or the same entries, never others", () => {
        const text = recorded(version);
        const known = new Set(entries.map((entry) => entry.text));
        const lines = text.split("\n");
        for (let index = 0; index < lines.length; index += 7) {
            const without = lines.filter((_, place) => place !== index).join("\n");
            for (const damaged of [without, text.slice(0, text.length - index * 13)]) {
                const found = tryToParse(damaged);
                // an entry may have lost a line, or run into the next; what it says stands in the output
                for (const entry of found)
                    expect(known.has(entry.text) || damaged.includes(entry.text)).toBe(true);
            }
        }
    });
});

function tryToParse(text: string): readonly HistoryEntry[] {
    try {
        return parseHistory(text);
    } catch (error) {
        expect(error).toBeInstanceOf(ParseError);
        return [];
    }
}

test("a user without a name has a number; old events have a form of their own", () => {
    const [old, ghost] = parseHistory(
        "2010-01-02.03:04:05 [internal create txg:5] dataset = 21 [on old]\n" +
            "2026-11-22.11:05:12 zfs set a:b=[x] tank [user 1007 on host:linux]\n",
    );
    expect(old).toMatchObject({ kind: "event", text: "[internal create txg:5] dataset = 21", host: "old" });
    expect(ghost).toMatchObject({ kind: "command", text: "zfs set a:b=[x] tank", who: "1007" });
});

test.each(["zfs create tank/a\n", "2026-11-22.11:05:12 zfs create tank/a\n"])("%j is no history", (text) => {
    expect(() => parseHistory(text)).toThrow(ParseError);
});

test("lines are read as they come", () => {
    const reader = new HistoryReader();
    const take = (text: string, number: number) => reader.take({ text, number });
    expect(take("History for 'tank':", 1)).toBeUndefined();
    expect(take("2026-11-22.11:05:12 zfs set a:b=one", 2)).toBeUndefined();
    expect(take("two tank [user 0 (root) on h:linux]", 3)).toMatchObject({
        id: 1,
        text: "zfs set a:b=one\ntwo tank",
    });
});

const entries = parseHistory(recorded("2.3.9"));

test("the newest come first, with events or without, by any of their words", () => {
    const shown = filterHistory(entries, { text: "", hasEvents: false });
    expect(shown.map(({ kind }) => kind)).not.toContain("event");
    expect(shown[0]?.id).toBe(entries.at(-1)?.id);
    expect(filterHistory(entries, { text: "SNAP ONE", hasEvents: false })).toHaveLength(1);
    expect(filterHistory(entries, { text: "snap one", hasEvents: true }).length).toBeGreaterThan(1);
    expect(filterHistory(entries, { text: "testhost:linux", hasEvents: false })).toHaveLength(14);
});

describe("what was done since a checkpoint", () => {
    const line = (seconds: number, text: string) =>
        `2026-11-22.11:05:${String(seconds).padStart(2, "0")} ${text} [user 0 (root) on h:linux]\n`;
    const created = Date.UTC(2026, 10, 22, 11, 5, 12) / 1000;
    const before = line(12, "zfs create tank/before");
    const event = line(12, "[txg:93] spa checkpoint checkpointed uberblock txg=93");
    const after =
        line(12, "zpool checkpoint tank") + line(12, "zfs create tank/a") + line(40, "zfs create tank/b");
    const since = (text: string) => commandsSince(parseHistory(text), created).map((entry) => entry.text);

    test("is what stands behind the last one's entry, the newest first", () => {
        const old = line(1, "[txg:9] spa checkpoint checkpointed uberblock txg=9");
        expect(since(old + before + event + after)).toEqual(["zfs create tank/b", "zfs create tank/a"]);
        expect(since(before + event)).toEqual([]);
    });

    test("goes by the time where the pool has forgotten that entry", () => {
        expect(since(line(11, "zfs create tank/before") + after)).toEqual([
            ...["zfs create tank/b", "zfs create tank/a"],
        ]);
    });
});

test("a change is found by its words, its pool and its time", () => {
    const entry = entries.find(({ text }) => text === "zfs create tank/norm");
    if (!entry) throw new Error("not recorded");
    const change = (more: Partial<Change>) =>
        ({
            id: 7,
            argv: ["zfs", "create", "tank/norm"],
            pools: ["1"],
            time: entry.time - 0.5,
            ended: entry.time + 0.5,
            ...more,
        }) as Change;
    const found = (more: Partial<Change>) => changeFinder([change(more)], "1")(entry)?.id;
    expect(found({})).toBe(7);
    expect(found({ ended: undefined })).toBe(7);
    expect(found({ pools: ["2"] })).toBeUndefined();
    // what makes a pool is recorded before that has a guid
    expect(found({ pools: [] })).toBe(7);
    expect(found({ argv: ["zfs", "create", "tank/other"] })).toBeUndefined();
    expect(found({ time: entry.time + 60, ended: entry.time + 61 })).toBeUndefined();
    expect(found({ time: entry.time - 61, ended: entry.time - 60 })).toBeUndefined();
    expect(changeFinder([change({})], "1")({ ...entry, kind: "event" })).toBeUndefined();
    const couldBeBefore = (...times: number[]) =>
        mayBeBefore(
            times.map((time) => change({ time })),
            entry,
        );
    expect(couldBeBefore(entry.time + 100, entry.time + 3)).toBe(true);
    expect(couldBeBefore(entry.time + 100, entry.time - 3)).toBe(false);
});
