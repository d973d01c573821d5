import { execFileSync } from "node:child_process";

import { shellQuote } from "../../../src/zfs/shell-quote.ts";

test.each([
    [["zpool", "scrub", "tank"], "zpool scrub tank"],
    [["zfs", "destroy", "tank/a@x,y%z"], "zfs destroy tank/a@x,y%z"],
    [["zpool", "set", "comment=two words", "tank"], "zpool set 'comment=two words' tank"],
    [["zpool", "set", "comment=", "tank"], "zpool set comment= tank"],
    [["zfs", "set", "a:b=it's", "tank"], String.raw`zfs set 'a:b=it'\''s' tank`],
    [["zfs", "set", "a:b=$HOME;`id`", "tank"], "zfs set 'a:b=$HOME;`id`' tank"],
    [["zfs", "create", ""], "zfs create ''"],
    [["zfs", "create", "tank/two\nlines"], String.raw`zfs create $'tank/two\x0alines'`],
    [["zfs", "create", "tank/\u202etxt"], String.raw`zfs create $'tank/\xe2\x80\xaetxt'`],
    [["zfs", "create", "~root"], "zfs create '~root'"],
])("%j is shown as %s", (argv, shown) => {
    expect(shellQuote(argv)).toBe(shown);
});

const hostile = [
    "",
    " ",
    "'",
    "''",
    "\\",
    "\\'",
    "$'",
    "!!",
    "*",
    "{a,b}",
    "a\tb",
    "\n",
    "\x7f'\\",
    "ä€😀",
    "\u200b9",
    "-x",
];

test("bash reads back exactly what was quoted", () => {
    const line = shellQuote(["printf", String.raw`%s\0`, ...hostile]);
    expect(execFileSync("bash", ["-c", line], { encoding: "utf8" })).toBe(
        hostile.map((word) => `${word}\0`).join(""),
    );
});
