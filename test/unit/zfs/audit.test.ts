import { changeTest, isOpen, noLogin, personOf } from "../../../src/zfs/audit.ts";
import type { Change, ChangeFilter } from "../../../src/zfs/audit.ts";
import { parseAudit } from "../../../src/zfs/parse/audit.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";

const row = {
    id: 12,
    time: 1790000000,
    person: "anna",
    loginuid: 1000,
    uid: 0,
    origin: "page",
    argv: ["zpool", "scrub", "tank"],
    pools: ["17446744073709551615"],
    state: "done",
    exitStatus: 0,
    signal: null,
    error: "",
    duration: 123456789,
    ended: 1790000001,
};

const lineOf = (changed: object = {}) => `${JSON.stringify({ ...row, ...changed })}\n`;

function parseOne(changed: object = {}): Change {
    const [change] = parseAudit(lineOf(changed)).changes;
    if (!change) throw new Error("no change was found");
    return change;
}

test("a row is read with all that is in it", () => {
    expect(parseOne()).toEqual({
        id: 12,
        time: 1790000000,
        person: "anna",
        loginuid: 1000,
        origin: "page",
        argv: ["zpool", "scrub", "tank"],
        pools: ["17446744073709551615"],
        state: "done",
        exitStatus: 0,
        signal: undefined,
        error: undefined,
        duration: 123456789,
        ended: 1790000001,
    });
});

test("what is null or not there is undefined", () => {
    const change = parseOne({
        person: null,
        loginuid: null,
        exitStatus: null,
        duration: undefined,
        ended: null,
    });
    expect(change).toMatchObject({ person: undefined, loginuid: undefined, exitStatus: undefined });
    expect([change.duration, change.ended]).toEqual([undefined, undefined]);
});

test("no output is no changes; lines keep their order", () => {
    expect(parseAudit("")).toEqual({ changes: [], journalOnly: 0 });
    expect(parseAudit(lineOf() + lineOf({ id: 11 })).changes.map(({ id }) => id)).toEqual([12, 11]);
});

test("changes that the journal alone has are counted", () => {
    const { changes, journalOnly } = parseAudit(`${lineOf()}{"journalOnly":2}\n`);
    expect([changes.map(({ id }) => id), journalOnly]).toEqual([[12], 2]);
});

test("an unknown state is kept as it is", () => {
    expect(parseOne({ state: "postponed" }).state).toBe("postponed");
});

test.each([
    ["cut in the middle", lineOf().slice(0, 40)],
    ["no object", "[12]\n"],
    ["no id", lineOf({ id: null })],
    ["no time", lineOf({ time: "yesterday" })],
    ["no state", lineOf({ state: null })],
    ["an argv with something else in it", lineOf({ argv: ["zpool", 7] })],
    ["an empty line between", `\n${lineOf()}`],
])("%s is told with its line", (_what, damaged) => {
    const line = damaged.startsWith("\n") ? 2 : 3;
    expect.assertions(2);
    try {
        parseAudit(lineOf() + (line === 3 ? lineOf({ id: 11 }) : "") + damaged);
    } catch (error) {
        expect(error).toBeInstanceOf(ParseError);
        expect((error as ParseError).lineNumber).toBe(line);
    }
});

test.each([
    [{ person: "anna", loginuid: 1000 }, "anna"],
    [{ person: null, loginuid: 1000 }, "1000"],
    [{ person: null, loginuid: null }, noLogin],
])("the person of %j is %s", (changed, person) => {
    expect(personOf(parseOne(changed))).toBe(person);
});

test.each([
    ["intended", true],
    ["running", true],
    ["done", false],
    ["failed", false],
    ["unknown", false],
])("%s: more is to be told: %s", (state, open) => {
    expect(isOpen(parseOne({ state }))).toBe(open);
});

const filters: readonly (readonly [filter: ChangeFilter, found: readonly number[]])[] = [
    [{}, [1, 2, 3]],
    [{ text: "SCRUB" }, [1, 3]],
    [{ text: "scrub tank" }, [1, 3]],
    [{ text: "is busy" }, [2]],
    [{ text: "bert" }, [2]],
    [{ person: "bert" }, [2]],
    [{ person: noLogin }, [3]],
    [{ state: "failed" }, [2]],
    [{ pool: "2" }, [2, 3]],
    [{ pool: "2", person: noLogin, text: "tank" }, [3]],
    [{ pool: "1", person: "bert" }, []],
];

test.each(filters)("%j finds %j", (filter, found) => {
    const changes = [
        parseOne({ id: 1, pools: ["1"] }),
        parseOne({
            id: 2,
            pools: ["2"],
            argv: ["zfs", "destroy", "a"],
            person: "bert",
            state: "failed",
            error: "it is busy",
        }),
        parseOne({ id: 3, pools: ["1", "2"], person: null, loginuid: null }),
    ];
    expect(changes.filter(changeTest(filter)).map(({ id }) => id)).toEqual(found);
});
