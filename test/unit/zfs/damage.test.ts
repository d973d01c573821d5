import { copyPath, damagedPlace, isNamedIn, isSameAs } from "../../../src/zfs/damage.ts";
import type { DamagedPlace } from "../../../src/zfs/damage.ts";
import { zfsMounts } from "../../../src/zfs/mounts.ts";
import { parseCopies } from "../../../src/zfs/parse/copies.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";

const mounts = [
    "/dev/vda1 / ext4 rw 0 0",
    "tank /tank zfs rw 0 0",
    "tank/a\\040b /tank/a\\040b zfs rw 0 0",
    "tank/a\\040b@now /tank/a\\040b/.zfs/snapshot/now zfs ro 0 0",
    "other /tank/over zfs rw 0 0",
    "tank/over /tank/over zfs rw 0 0",
    "",
].join("\n");

test("what of ZFS is mounted", () => {
    expect(zfsMounts(mounts)[1]).toEqual({ source: "tank/a b", place: "/tank/a b" });
    expect(zfsMounts(mounts)).toHaveLength(5);
});

const file = (dataset: string, mountpoint: string, path: string, snapshot?: string): DamagedPlace => ({
    ...{ kind: "file", dataset, snapshot, mountpoint, path },
});

test.each<[string, DamagedPlace]>([
    ["/tank/x/y", file("tank", "/tank", "x/y")],
    ["/tank/a b/with\nline", file("tank/a b", "/tank/a b", "with\nline")],
    ["/tank/a boat/x", file("tank", "/tank", "a boat/x")],
    ["/tank/over/x", file("tank/over", "/tank/over", "x")],
    ["/tank/a b/.zfs/snapshot/now/x", file("tank/a b", "/tank/a b", "x", "now")],
    ["tank/a b@now:/x", file("tank/a b", "/tank/a b", "x", "now")],
    ["tank/a b:/x:/y", file("tank/a b", "/tank/a b", "x:/y")],
    ["tank/locked:/x", { kind: "unmounted", dataset: "tank/locked" }],
    ["tank/locked@s:/x", { kind: "unmounted", dataset: "tank/locked" }],
    ["/mnt/elsewhere", { kind: "object" }],
    ["tank/a b:<0x21>", { kind: "object" }],
    ["<metadata>:<0x3d>", { kind: "object" }],
])("%j is %j", (text, place) => {
    expect(damagedPlace(text, mounts)).toEqual(place);
});

test("a filesystem may be mounted at the root", () => {
    const rooted = damagedPlace("/etc/motd", "rpool/ROOT / zfs rw 0 0\n");
    expect(rooted).toEqual(file("rpool/ROOT", "/", "etc/motd"));
    expect(copyPath("/", "s", "etc/motd")).toBe("/.zfs/snapshot/s/etc/motd");
});

test("a snapshot in which the file is damaged is told by either of its names", () => {
    const place = damagedPlace("/tank/a b/x", mounts);
    if (place.kind !== "file") throw new Error("no file");
    const named = ["tank/a b@one:/x", "/tank/a b/.zfs/snapshot/two/x", "tank/a b@three:/xy"];
    expect(["one", "two", "three"].map((name) => isNamedIn(named, place, name))).toEqual([true, true, false]);
});

test("what a look into snapshots found", () => {
    const text =
        '{"now":null,"copies":[{"snapshot":"a","size":5,"time":200}],"unread":[{"snapshot":"b","error":"no"}]}';
    expect(parseCopies(text)).toEqual({
        now: undefined,
        copies: [{ snapshot: "a", size: 5, time: 200 }],
        unread: [{ snapshot: "b", error: "no" }],
    });
    for (const damaged of ["{}", text.slice(0, 40), text.replace('"size":5,', "")])
        expect(() => parseCopies(damaged)).toThrow(ParseError);
});

test("a copy that is as old and as large is told", () => {
    const copy = { size: 5, time: 200 };
    expect([
        isSameAs(copy, { ...copy }),
        isSameAs(copy, { ...copy, time: 201 }),
        isSameAs(copy, undefined),
    ]).toEqual([true, false, false]);
});
