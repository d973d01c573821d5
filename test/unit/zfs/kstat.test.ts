import { readFileSync } from "node:fs";

import { parseKernelPools } from "../../../src/zfs/parse/kernel-pools.ts";
import { parseLastTxg } from "../../../src/zfs/parse/txgs.ts";

test("the kernel names pools by its files, those with any name", () => {
    const folder = "/proc/spl/kstat/zfs";
    const captured = [
        `${folder}/tank/state:ONLINE\n`,
        `${folder}/tank/guid:9610273138761160755\n`,
        `${folder}/my pool:state/state:SUSPENDED\n`,
    ].join("");
    expect(parseKernelPools(captured)).toEqual([
        { name: "my pool:state", state: "SUSPENDED", guid: undefined },
        { name: "tank", state: "ONLINE", guid: "9610273138761160755" },
    ]);
    expect(parseKernelPools("")).toEqual([]);
});

test("the last finished transaction group is the one in state C", () => {
    const captured = [
        "txg      birth            state ndirty       nread\n",
        "11       42315429661      C     721920       0\n",
        "12       42893350823      S     689152       0\n",
    ].join("");
    expect(parseLastTxg(captured)).toBe(11);
    expect(parseLastTxg(readFileSync("package.json", "utf8"))).toBeUndefined();
});

test("where none of the list is finished, it is the one before the list", () => {
    // of 2.1.11, whose pool lost its disk before its first write since it was created
    const captured = [
        "txg      birth            state ndirty       nread        nwritten     reads    writes   otime        qtime        wtime        stime       \n",
        "5        219392624047     S     0            0            0            0        0        4456463195   48966        118572       0           \n",
        "6        223849087242     O     0            0            0            0        0        0            0            0            0           \n",
    ].join("");
    expect(parseLastTxg(captured)).toBe(4);
});
