import { OperandError } from "../../../src/zfs/commands/command.ts";
import {
    cloneSnapshot,
    createDataset,
    destroyDataset,
    promoteDataset,
    renameDataset,
} from "../../../src/zfs/commands/dataset-life.ts";
import type { NewDataset } from "../../../src/zfs/commands/dataset-life.ts";
import { isDatasetPurpose } from "../../../src/zfs/commands/dataset-purpose.ts";
import {
    mountDataset,
    rewriteDataset,
    shareDataset,
    unmountDataset,
    unshareDataset,
    unzoneDataset,
    upgradeDataset,
    zoneDataset,
} from "../../../src/zfs/commands/dataset-use.ts";

const home = { name: "tank/home", guid: "7" };
const inHome = { place: "/tank/home", crosses: false, isPhysical: false };
const namespace = "/proc/4711/ns/user";

test.each([
    [mountDataset(home), "zfs mount tank/home", "none"],
    [unmountDataset(home), "zfs unmount tank/home", "disruptive"],
    [unmountDataset(home, true), "zfs unmount -u tank/home", "disruptive"],
    [shareDataset(home), "zfs share tank/home", "none"],
    [unshareDataset(home), "zfs unshare tank/home", "disruptive"],
    [rewriteDataset(home, inHome), "zfs rewrite -r -x /tank/home", "disruptive"],
    [
        rewriteDataset(home, { ...inHome, crosses: true, isPhysical: true }),
        "zfs rewrite -P -r /tank/home",
        "disruptive",
    ],
    [upgradeDataset(home, false), "zfs upgrade tank/home", "destructive"],
    [upgradeDataset(home, true), "zfs upgrade -r tank/home", "destructive"],
    [zoneDataset(home, namespace), "zfs zone /proc/4711/ns/user tank/home", "disruptive"],
    [unzoneDataset(home, namespace), "zfs unzone /proc/4711/ns/user tank/home", "disruptive"],
    [renameDataset(home, "tank/people"), "zfs rename tank/home tank/people", "disruptive"],
    [
        renameDataset(home, "tank/new/home", { withParents: true }),
        "zfs rename -p tank/home tank/new/home",
        "disruptive",
    ],
    [
        renameDataset(home, "tank/people", { staysMounted: true }),
        "zfs rename -u tank/home tank/people",
        "disruptive",
    ],
] as const)("%j is one unforced call, for the dataset that was seen", (command, line, danger) => {
    expect(command.argv).toEqual(line.split(" "));
    expect(command.danger).toBe(danger);
    expect(command.expect).toEqual({ datasets: [home] });
    expect(command.touches[0]).toEqual({ pool: "tank", dataset: "tank/home" });
    expect(isDatasetPurpose(command.purpose)).toBe(true);
});

test("only rewriting may take long without anybody waiting for it", () => {
    expect(rewriteDataset(home, inHome).isLong).toBe(true);
    expect(mountDataset(home).isLong).toBeUndefined();
});

test("a new name is looked at afterwards, too", () => {
    expect(renameDataset(home, "tank/people").touches).toContainEqual({
        pool: "tank",
        dataset: "tank/people",
    });
});

const plain: NewDataset = {
    ...{ name: "tank/home/new", settings: [], isSparse: false, withParents: false, hasSecret: false },
};

test.each<[Partial<NewDataset>, readonly string[]]>([
    [{}, ["tank/home/new"]],
    [{ withParents: true }, ["-p", "tank/home/new"]],
    [{ settings: [["mountpoint", "/a b$(x)'\""]] }, ["-o", "mountpoint=/a b$(x)'\"", "tank/home/new"]],
    [{ size: 1n << 30n }, ["-V", "1073741824", "tank/home/new"]],
    [
        { size: 1n << 30n, isSparse: true, settings: [["volblocksize", "16384"]] },
        ["-s", "-o", "volblocksize=16384", "-V", "1073741824", "tank/home/new"],
    ],
    // only a volume can be sparse
    [{ isSparse: true }, ["tank/home/new"]],
])("a dataset is created with %j, and can be tried out", (more, words) => {
    const command = createDataset(home, { ...plain, ...more });
    expect(command.argv).toEqual(["zfs", "create", ...words]);
    expect(command.dryRun).toEqual(["zfs", "create", "-nvP", ...words]);
    expect(command.expect).toEqual({ datasets: [home] });
    expect(command.secret).toBeUndefined();
});

test("a key is no word of the command", () => {
    const settings = [
        ["encryption", "on"],
        ["keyformat", "passphrase"],
    ] as const;
    const command = createDataset(home, { ...plain, settings, hasSecret: true });
    expect(command.secret).toBe("stdin");
    expect(command.argv.join(" ")).toBe("zfs create -o encryption=on -o keyformat=passphrase tank/home/new");
    expect(command.touches).toEqual([{ pool: "tank", dataset: "tank/home/new" }]);
});

test("what is destroyed is what was listed, down to each snapshot, and no more", () => {
    const below = { name: "tank/home/anna", guid: "8", used: 3n };
    const snapshots = [{ name: "tank/home@a", guid: "9", isHeld: false }];
    const command = destroyDataset({ dataset: home, others: [below], snapshots, names: [] });
    expect(command.argv).toEqual(["zfs", "destroy", "-r", "tank/home"]);
    expect(command.expect).toEqual({
        datasets: [home],
        contents: {
            of: "tank/home",
            datasets: [home, { name: "tank/home/anna", guid: "8" }],
            snapshots: [{ name: "tank/home@a", guid: "9" }],
        },
    });
    expect(command.danger).toBe("destructive");
});

test("a dataset with nothing in it is destroyed alone, so that nothing that came meanwhile goes with it", () => {
    const command = destroyDataset({ dataset: home, others: [], snapshots: [], names: ["tank/home"] });
    expect(command.argv).toEqual(["zfs", "destroy", "tank/home"]);
});

test("a clone is promoted with the snapshots that were seen", () => {
    const snapshot = { name: "tank/base@a", guid: "9", createtxg: 5 };
    const command = promoteDataset(home, "tank/base@a", [snapshot]);
    expect(command.argv).toEqual(["zfs", "promote", "tank/home"]);
    expect(command.expect.datasets).toEqual([home, { name: "tank/base@a", guid: "9" }]);
    expect(command.touches.map(({ dataset }) => dataset)).toEqual(["tank/home", "tank/base"]);
});

test.each([
    [{}, "zfs clone tank/home@a tank/x"],
    [{ withParents: true, staysUnmounted: true }, "zfs clone -p -u tank/home@a tank/x"],
])("a snapshot is cloned: %j", (options, line) => {
    const command = cloneSnapshot({ name: "tank/home@a", guid: "9" }, { name: "tank/x", ...options });
    expect(command.argv).toEqual(line.split(" "));
    expect(command.expect.datasets).toEqual([{ name: "tank/home@a", guid: "9" }]);
});

test.each([
    () => mountDataset({ ...home, name: "-a" }),
    () => renameDataset(home, "-f"),
    () => createDataset(home, { ...plain, name: "-x" }),
    () => createDataset(home, { ...plain, settings: [["-x", "y"]] }),
    () => zoneDataset(home, "-1"),
    () => rewriteDataset(home, { ...inHome, place: "-r" }),
    () => cloneSnapshot(home, { name: "" }),
])("a word that would be an option makes no command", (build) => {
    expect(build).toThrow(OperandError);
});
