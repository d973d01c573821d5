import { OperandError } from "../../../src/zfs/commands/command.ts";
import { setPoolProperty, setVdevProperty } from "../../../src/zfs/commands/pool.ts";
import {
    pauseScrub,
    resumeErrorScrub,
    resumeScrub,
    scrubErrors,
    scrubNew,
    scrubRange,
    startScrub,
    stopScrub,
} from "../../../src/zfs/commands/scrub.ts";

const tank = { name: "tank", guid: "9610273138761160755" };

test.each([
    [startScrub, ["zpool", "scrub", "tank"], "none"],
    [resumeScrub, ["zpool", "scrub", "tank"], "none"],
    [pauseScrub, ["zpool", "scrub", "-p", "tank"], "none"],
    [scrubNew, ["zpool", "scrub", "-C", "tank"], "none"],
    [scrubErrors, ["zpool", "scrub", "-e", "tank"], "none"],
    [resumeErrorScrub, ["zpool", "scrub", "-e", "tank"], "none"],
    [stopScrub, ["zpool", "scrub", "-s", "tank"], "disruptive"],
] as const)("%p is one call, for the pool that was seen", (build, argv, danger) => {
    const command = build(tank);
    expect(command.argv).toEqual(argv);
    expect(command.danger).toBe(danger);
    expect(command.expect).toEqual({ pools: [tank] });
    expect(command.touches).toEqual([{ pool: "tank" }]);
    expect(command.secret).toBeUndefined();
});

test.each([
    [{ from: "2026-11-01" }, "-S 2026-11-01"],
    [{ until: "2026-11-22" }, "-E 2026-11-22"],
    [{ from: "2026-11-01", until: "2026-11-22" }, "-S 2026-11-01 -E 2026-11-22"],
])("a scrub of some days: %j", (range, options) => {
    expect(scrubRange(tank, range).argv.join(" ")).toBe(`zpool scrub ${options} tank`);
    expect(() => scrubRange(tank, { from: "-s" })).toThrow(OperandError);
});

test("only what makes up a pool's identity is expected", () => {
    const { expect: expected } = startScrub({ ...tank, health: "ONLINE", size: 1n } as typeof tank);
    expect(JSON.stringify(expected)).toBe('{"pools":[{"name":"tank","guid":"9610273138761160755"}]}');
});

test.each(["", "a=b", "-x", "it's $HOME; *", "two\nlines"])("a value stands as it is: %j", (value) => {
    expect(setPoolProperty(tank, "comment", value).argv).toEqual([
        "zpool",
        "set",
        `comment=${value}`,
        "tank",
    ]);
});

test("a property of a vdev is set by the vdev's guid", () => {
    const command = setVdevProperty(tank, { name: "ata-A", guid: "42" }, "io_n", "20");
    expect(command.argv).toEqual(["zpool", "set", "io_n=20", "tank", "42"]);
    expect(command.expect).toEqual({ pools: [tank] });
    expect(() => setVdevProperty(tank, { name: "ata-A", guid: "" }, "io_n", "20")).toThrow(OperandError);
});

test.each([
    () => startScrub({ ...tank, name: "-s" }),
    () => startScrub({ ...tank, name: "" }),
    () => setPoolProperty(tank, "-o", "x"),
    () => setPoolProperty({ ...tank, name: "--help" }, "comment", "x"),
])("an operand that would be an option makes no command", (build) => {
    expect(build).toThrow(OperandError);
});
