import { commandWords } from "../../../src/pages/change/command-words.ts";
import { noticeOf } from "../../../src/pages/change/notice.ts";
import { poolObstacle } from "../../../src/pages/change/obstacle.ts";
import { mountText } from "../../../src/pages/dataset/mount-text.ts";
import { batchResultText } from "../../../src/pages/dataset-actions/batch-text.ts";
import {
    destroyActionText,
    destroyLossLines,
    freedText,
    heldLine,
} from "../../../src/pages/dataset-actions/destroy-text.ts";
import { draftProblemText, inheritedText } from "../../../src/pages/dataset-actions/draft-text.ts";
import { newNameText } from "../../../src/pages/dataset-actions/new-name-text.ts";
import { promotionFacts } from "../../../src/pages/dataset-actions/promotion-text.ts";
import type { ChangeRequest } from "../../../src/store/change-runner.ts";
import { datasetChanges } from "../../../src/zfs/commands/dataset-purpose.ts";
import { mountDataset, rewriteDataset } from "../../../src/zfs/commands/dataset-use.ts";
import type { DestroyPlan } from "../../../src/zfs/destroy-plan.ts";
import { draftProperties } from "../../../src/zfs/draft-properties.ts";
import { namespaceFile } from "../../../src/zfs/namespace-file.ts";
import { filesystem, volume } from "../zfs/dataset-samples.ts";

const home = filesystem("tank/home", { used: 3n << 30n });
const plan: DestroyPlan = {
    targets: [{ dataset: home, others: [], snapshots: [], names: ["tank/home"] }],
    contents: [home],
    held: [],
};

test("one dataset is called by its name, many are counted", () => {
    expect(destroyActionText(plan)).toBe("Destroy tank/home");
    expect(destroyActionText({ ...plan, contents: [home, volume("tank/home/v")] })).toBe(
        "Destroy 2 datasets",
    );
});

test("what is lost is counted; volumes, places and shares are named", () => {
    expect(destroyLossLines(plan)).toEqual(["1 filesystem", "What is mounted at /tank/home"]);
    const contents = [
        home,
        filesystem("tank/home/x", { mounted: false, sharenfs: "on" }),
        filesystem("tank/home/y", { sharesmb: "on", mountpoint: "/<img src=x onerror=1>" }),
        volume("tank/home/v"),
    ];
    const snapshots = ["tank/home@a", "tank/home@b"].map((name) => ({ name, guid: "1" }));
    const targets = [{ dataset: home, others: contents.slice(1), snapshots, names: [] }];
    expect(destroyLossLines({ ...plan, targets, contents })).toEqual([
        "3 filesystems",
        "1 volume: tank/home/v",
        "2 snapshots",
        "What is mounted at /tank/home, /<img src=x onerror=1>",
        "Set to be shared by NFS: tank/home/x",
        "Set to be shared by SMB: tank/home/y",
    ]);
});

test("of several datasets the space is added, and not told where it is not known of one", () => {
    const other = filesystem("tank/other", { used: 1n << 30n });
    const targets = [home, other].map((dataset) => ({ dataset, others: [], snapshots: [], names: [] }));
    const both = { ...plan, targets, contents: [home, other] };
    expect(freedText(both)).toBe("Frees up to 4 GiB");
    const unknown = { ...both, contents: [home, { ...other, used: undefined }] };
    expect(freedText(unknown)).toBeUndefined();
});

test("holds are told with their tags", () => {
    expect(heldLine({ name: "tank/a@b", tags: ["keep", "tag one"] })).toBe(
        "tank/a@b is held by “keep”, “tag one”",
    );
    expect(heldLine({ name: "tank/a@b", tags: [] })).toBe("tank/a@b");
});

test("what a property will be that is not set", () => {
    const of = (name: string) => {
        const found = draftProperties.find((one) => one.name === name);
        if (!found) throw new Error(`no ${name}`);
        return found;
    };
    expect(inheritedText(of("compression"), { value: "lz4", from: "tank" })).toBe("inherit: lz4 from tank");
    expect(inheritedText(of("recordsize"), { value: "131072" })).toBe("default: 128 KiB");
    expect(inheritedText(of("normalization"), { value: "none", from: "tank" })).toBe("as tank: none");
    expect(inheritedText(of("quota"), undefined)).toBe("none");
    expect(inheritedText(of("canmount"), undefined)).toBe("default: on");
    expect(inheritedText(of("sync"), undefined)).toBe("inherit");
});

test("problems name what is allowed", () => {
    expect(draftProblemText({ kind: "noMultiple", block: 16384n, next: 32768n })).toBe(
        "It has to be a multiple of 16 KiB: the next one is 32768 bytes",
    );
    expect(newNameText({ kind: "leavesEncryptionRoot", root: "tank/enc" })).toContain("the key of tank/enc");
    expect(newNameText({ kind: "mustBeginWithLetter" })).toBe("It has to begin with a letter");
});

test("what changes hands", () => {
    const moving = ["a", "b"].map((label) => ({ name: `t/o@${label}`, guid: "1", createtxg: 1 }));
    const facts = promotionFacts({ origin: "t/o", moving, clashing: [], others: [] }, "t/c", 1n << 30n);
    expect(facts).toEqual([
        ["2 snapshots move", "From t/o to t/c: a, b"],
        ["Space", "1 GiB, and what older snapshots keep, count for t/c and its quota from then on"],
        ["Clone afterwards", "t/o, of t/c@b"],
        ["Other clones of these snapshots", ""],
    ]);
});

test("how many went", () => {
    const items = (["done", "done", "failed", "stopped"] as const).map((state) => ({ state }));
    expect(batchResultText(items)).toBe("2 of 4 done, 1 failed, 1 not begun");
    expect(batchResultText(items.slice(0, 2))).toBe("2 of 2 done");
});

test.each(datasetChanges)("%s has words that name the dataset", (kind) => {
    const words = commandWords({ kind, dataset: "tank/a", other: "tank/b" });
    expect(Object.values(words).join()).toContain("tank/");
    expect(Object.values(words).join()).not.toContain("$");
});

test("a rewrite that runs for hours keeps nobody from other changes of the pool", () => {
    const entry = { usage: { name: "tank", guid: "1", health: "ONLINE" } };
    const rewrite = rewriteDataset(home, { place: "/tank/home", crosses: false, isPhysical: false });
    const running = (command: ChangeRequest["command"]): ChangeRequest[] => [
        { id: 1, command, takes: "long", isInDialog: false },
    ];
    expect(poolObstacle(entry, running(rewrite))).toBeUndefined();
    expect(poolObstacle(entry, running(mountDataset(home)))).toBeDefined();
    expect(noticeOf({ id: 1, command: rewrite, takes: "long", isInDialog: false })?.title).toBe(
        "Rewrite tank/home: still running",
    );
});

test.each([
    ["4711", "/proc/4711/ns/user"],
    ["/run/ns/web", "/run/ns/web"],
    ["", undefined],
    ["web", undefined],
    ["-1", undefined],
    ["/a\nb", undefined],
])("the namespace %j is %j", (text, file) => {
    expect(namespaceFile(text)).toBe(file);
});

test("where a filesystem is mounted says the kernel, not its property", () => {
    const moved = filesystem("tank/box", { mounted: true, mountpoint: "/next", place: "/now" });
    expect(mountText(moved)).toBe("/now");
    expect(mountText({ ...moved, mountpoint: "legacy" })).toBe("/now");
    expect(mountText({ ...moved, mountpoint: "legacy", place: undefined })).toBe(
        "Yes, by /etc/fstab or mount(8)",
    );
    expect(mountText({ ...moved, mountpoint: "none", place: undefined })).toBe("Yes");
});

test("a filesystem that is given to a container is not missed on the host", () => {
    const away = filesystem("tank/box", { mounted: false });
    expect(mountText(away)).toBe("No, but it should be at /tank/box");
    expect(mountText({ ...away, zoned: true })).toBe("No: it is given to a container (zoned)");
    expect(mountText({ ...away, zoned: true, mounted: true })).toBe("/tank/box");
});
