import {
    durationText,
    endText,
    firstLine,
    outcomeWord,
    personText,
} from "../../../src/pages/activity/change-words.ts";
import { parseAudit } from "../../../src/zfs/parse/audit.ts";

const changeWith = (values: object) => {
    const [change] = parseAudit(
        JSON.stringify({ id: 1, time: 0, argv: [], state: "done", ...values }),
    ).changes;
    if (!change) throw new Error("no change");
    return change;
};

test.each([
    ["anna", "anna"],
    ["-", "root (no login)"],
    ["1000", "user 1000"],
])("the person %s is called %s", (person, text) => {
    expect(personText(person)).toBe(text);
});

test.each([
    [{ exitStatus: 0 }, "Exit status 0"],
    [{ exitStatus: null, signal: "SIGKILL" }, "Ended by signal SIGKILL"],
    [{}, undefined],
])("%j ended so: %s", (values, text) => {
    expect(endText(changeWith(values))).toBe(text);
});

test.each([
    [{ error: "filesystem successfully created, but not mounted\n" }, "Done, but mounting failed"],
    [{}, "Done"],
    [{ state: "failed", error: "filesystem successfully created, but not mounted\n" }, "Failed"],
])("what has become of %j is: %s", (values, word) => {
    expect(outcomeWord(changeWith({ argv: ["zfs", "create", "tank/a"], ...values }))).toBe(word);
});

test.each([
    [4_100_000, "0.0041 sec"],
    [123_456_789, "0.12 sec"],
    [12_345_678_901, "12 sec"],
    [7_800_000_000_000, "2 h 10 min"],
    [undefined, undefined],
])("%s ns are %s", (duration, text) => {
    expect(durationText(changeWith({ duration }))).toBe(text);
});

test("the first line of an error that says something stands in a row", () => {
    expect(firstLine("\n\ncannot scrub\nmore\n")).toBe("cannot scrub");
    expect(firstLine("")).toBe("");
});
