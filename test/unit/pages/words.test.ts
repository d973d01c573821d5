import { healthSentences, remedyText } from "../../../src/pages/health-text.ts";
import { adviceText, scrubJobText } from "../../../src/pages/overview/advice-text.ts";
import { progressLines } from "../../../src/pages/progress-text.ts";
import { formatDuration, formatNames, relativeTime } from "../../../src/ui/dates.ts";
import type { Advisory } from "../../../src/zfs/advice.ts";
import type { Advice, Finding, Reason } from "../../../src/zfs/health.ts";
import { judge } from "../../../src/zfs/health.ts";
import type { Pool, Scan, Vdev } from "../../../src/zfs/model.ts";
import { parseStatusJson } from "../../../src/zfs/parse/status-json.ts";
import { parseStatus } from "../../../src/zfs/parse/status.ts";
import { fixture, fixtureNames, jsonFixture } from "../zfs/fixtures.ts";

/** Three days after the recordings. */
const now = 1_795_345_900 + 3 * 86_400;

const recorded = (name: string): readonly Pool[] =>
    parseStatusJson(jsonFixture("zpool-status/2.3.9", `${name}.json`), 1_795_345_900);

const disk = (name: string): Vdev => ({ name, state: "UNAVAIL", notes: [], children: [] });
const mirror: Vdev = { name: "mirror-0", kind: "mirror", notes: [], children: [] };
const place = { vdev: disk("/dev/sda1"), parent: mirror, above: [mirror] };
const scan = { kind: "resilver", state: "inProgress" } as const;

/** One of every kind; the compiler sees to it that none is missing. */
const reasons: { readonly [Kind in Reason["kind"]]: Extract<Reason, { readonly kind: Kind }> } = {
    healthy: { kind: "healthy" },
    suspended: { kind: "suspended" },
    poolState: { kind: "poolState", state: "UNAVAIL" },
    dataErrors: { kind: "dataErrors", count: 1 },
    dataErrorsUnknown: { kind: "dataErrorsUnknown", words: "List of errors unavailable" },
    deviceUnavailable: { kind: "deviceUnavailable", ...place },
    deviceFaulted: { kind: "deviceFaulted", ...place },
    deviceRemoved: { kind: "deviceRemoved", ...place },
    deviceOffline: { kind: "deviceOffline", ...place },
    deviceDegraded: { kind: "deviceDegraded", ...place },
    deviceState: { kind: "deviceState", ...place },
    deviceErrors: { kind: "deviceErrors", ...place },
    spareInUse: { kind: "spareInUse", ...place },
    blockSize: { kind: "blockSize", ...place },
    resilvering: { kind: "resilvering", scan },
    lowSpace: { kind: "lowSpace", capacity: 85 },
    upgradable: { kind: "upgradable" },
    message: { kind: "message", words: "One or more devices sing." },
};

const say = (...found: readonly Reason[]): readonly string[] => {
    const findings = found.map((reason): Finding => ({ level: "warning", reason, advice: [] }));
    const [first] = findings;
    if (!first) throw new Error("nothing to say");
    return healthSentences({ ...first, findings }).map(({ text }) => text);
};

test.each(Object.values(reasons))("$kind has one sentence, with its parts in place", (reason) => {
    const [text, ...more] = say(reason);
    expect(text).toMatch(/^[A-Z0-9]/);
    expect(text).not.toMatch(/\$|undefined/);
    expect(more).toEqual([]);
});

test("of a pool that is stuck nothing says that it has no problems", () => {
    const finding = (reason: Reason): Finding => ({ level: "info", reason, advice: [] });
    const said = (...found: readonly Reason[]) => {
        const findings = found.map(finding);
        return [false, true].map((isStuck) =>
            healthSentences({ ...finding(reasons.healthy), findings }, isStuck).map(({ text }) => text),
        );
    };
    expect(said()).toEqual([["No known problems"], []]);
    expect(said(reasons.upgradable)).toEqual([["No known problems; newer features are available"], []]);
    expect(said(reasons.lowSpace)[1]).toEqual(["The pool is 85% full"]);
});

test("devices in the same trouble and place share a sentence", () => {
    const others = ["sdb", "sdc", "sdd", "sde"].map((name) => ({
        ...reasons.deviceUnavailable,
        vdev: disk(`/dev/${name}1`),
    }));
    expect(say(reasons.deviceUnavailable)).toEqual(["1 device of mirror-0 does not answer: sda"]);
    expect(say(reasons.deviceUnavailable, ...others)).toEqual([
        "5 devices of mirror-0 do not answer: sda, sdb, sdc and 2 more",
    ]);
    expect(
        say(reasons.deviceUnavailable, { ...reasons.deviceUnavailable, parent: undefined, section: "logs" }),
    ).toEqual(["1 device of mirror-0 does not answer: sda", "1 device of the log does not answer: sda"]);
});

test("a missing device is called by where it was, and one that is replaced is no trouble", () => {
    const missing = { ...place, vdev: { ...disk("8735659979643550641"), was: "/dev/sdf1" } };
    expect(say({ ...reasons.deviceUnavailable, ...missing })).toEqual([
        "1 device of mirror-0 does not answer: sdf",
    ]);
    const parent = { ...mirror, kind: "replacing", name: "replacing-1" };
    expect(say({ ...reasons.deviceUnavailable, ...missing, parent })).toEqual([
        "1 device is being replaced: sdf",
    ]);
});

test("damage is counted", () => {
    expect(say(reasons.dataErrors)).toEqual(["Data is damaged and could not be repaired in 1 place"]);
    expect(say({ kind: "dataErrors", count: 2 })).toEqual([
        "Data is damaged and could not be repaired in 2 places",
    ]);
    expect(say({ kind: "dataErrors", count: undefined })).toEqual([
        "Data is damaged and could not be repaired",
    ]);
});

test("every remedy is a sentence", () => {
    const remedies: Readonly<Record<Advice, true>> = {
        clear: true,
        attachDevice: true,
        bringOnline: true,
        replaceDevice: true,
        restoreFiles: true,
        startScrub: true,
        readStatusAsRoot: true,
        wait: true,
        freeOrAddSpace: true,
        upgradePool: true,
        readArticle: true,
    };
    for (const remedy of Object.keys(remedies) as Advice[]) expect(remedyText(remedy)).toMatch(/^[A-Z].*\.$/);
});

/** Some were cut off at a byte that is not ASCII when they were recorded. */
const isWhole = (name: string) => jsonFixture("zpool-status/2.3.9", name).trimEnd().endsWith("}");

test.each(
    fixtureNames("zpool-status/2.3.9", ".json").filter((name) => name.startsWith("s") && isWhole(name)),
)("%s: something is said, and nothing is left open", (name) => {
    for (const pool of recorded(name.replace(".json", ""))) {
        const texts = [...healthSentences(judge(pool)), ...progressLines(pool, now)].map(({ text }) => text);
        expect(texts.length).toBeGreaterThan(1);
        for (const text of texts) expect(text).not.toMatch(/\$\d|undefined|NaN/);
    }
});

test.each([
    ["s01-full", ["Never scrubbed"]],
    ["s04-scrubbed", [/^Scrub finished 3 days ago, no errors$/]],
    ["s04-canceled", [/^Scrub canceled 3 days ago$/]],
    ["s04-paused", [/^Scrub paused 3 days ago: \d/]],
    ["s05-rebuild", [/^Scrub|^Resilver/, /^Rebuild of mirror-0: \d/]],
    ["s06-checkpoint", [/^Scrub/, /^Checkpoint made 3 days ago holds \S+ KiB$/]],
    ["s07-removing", [/^Scrub/, /^Removal of a device: 0\.1%/]],
    ["s07-removed", [/^Scrub/]],
    ["s09-expanding", ["Never scrubbed", /^Expansion of \S+: 21%/]],
    ["s10-init", ["Never scrubbed", /^Initializing 2 devices: 25%$/]],
])("%s: the work of a pool", (name, expected) => {
    const [pool] = recorded(name);
    expect(pool && progressLines(pool, now).map(({ text }) => text)).toEqual(
        expected.map((text) => (typeof text === "string" ? text : expect.stringMatching(text))),
    );
});

const hour = 3_600;

test.each<[string, Partial<Scan>, string | undefined]>([
    [
        "under way",
        { state: "inProgress", start: now - hour },
        "Scrub of damaged blocks: under way, started 3600 seconds ago",
    ],
    ["paused", { state: "paused", pausedSince: now - 60 }, "Scrub of damaged blocks paused 60 seconds ago"],
    [
        "finished",
        { state: "finished", end: now - 60, errorBlocks: 9 },
        "Scrub of damaged blocks finished 60 seconds ago, 9 blocks read again",
    ],
    ["canceled", { state: "canceled", end: now - 60 }, "Scrub of damaged blocks canceled 60 seconds ago"],
    ["older than the last scrub", { state: "finished", end: now - 3 * hour }, undefined],
])("an error scrub %s", (_state, errorScrub, expected) => {
    const [pool] = recorded("s01-full");
    if (!pool) throw new Error("no pool");
    const lines = progressLines(
        {
            ...pool,
            scan: { kind: "scrub", state: "finished", end: now - 2 * hour },
            errorScrub: { kind: "errorScrub", state: "finished", ...errorScrub },
        },
        now,
    );
    expect(lines[1]?.text).toBe(expected);
});

test.each([
    [5n << 30n, "Checkpoint is being discarded: 5 GiB left"],
    [undefined, "Checkpoint is being discarded: unknown space left"],
])("a checkpoint that is being discarded says how much is left: %p", (space, words) => {
    const [pool] = recorded("s01-full");
    const lines = pool ? progressLines({ ...pool, checkpoint: { state: "discarding", space } }, now) : [];
    expect(lines.map(({ text }) => text)).toContain(words);
});

test("a pool whose scan is hidden by an error scrub is not said to be never scrubbed", () => {
    const [pool] = parseStatus(fixture("zpool-status/2.3.9", "s11-afterscrube.txt"));
    expect(pool && progressLines(pool, now).map(({ text }) => text)).toEqual([
        expect.stringMatching(/^Scrub of damaged blocks finished 3 days ago, 9 blocks read again$/),
    ]);
});

test("what runs says how far, how fast, how long, and since when", () => {
    const [pool] = recorded("s01-full");
    if (!pool) throw new Error("no pool");
    const start = now - 2 * hour;
    const scan = { percent: 41, rate: 412 * 1024 ** 2, secondsLeft: 4_200, start };
    const [line] = progressLines({ ...pool, scan: { kind: "scrub", state: "inProgress", ...scan } }, now);
    expect(line).toEqual({
        text: "Scrub: 41%, 412 MiB/s, 1 h 10 min left, started 7200 seconds ago",
        time: new Date(1000 * start).toISOString(),
        percent: 41,
    });
});

test("devices that are trimmed share a line, with their mean progress", () => {
    const [pool] = recorded("s01-full");
    if (!pool) throw new Error("no pool");
    const trimmed = (state: string, percent: number) => ({
        ...disk(`sd${percent}`),
        trim: { state, percent },
    });
    const children = [trimmed("active", 20), trimmed("active", 40), trimmed("suspended", 5)];
    const trimming = { ...pool, root: { ...pool.root, children }, sections: [] };
    expect(progressLines(trimming, now).slice(1)).toEqual([
        { text: "Trimming 2 devices: 30%", percent: 30 },
        { text: "Suspended trim of 1 device: 5%", percent: 5 },
    ]);
});

const advisories: readonly Advisory[] = [
    { kind: "moduleMissing", kernel: "6.12.2" },
    { kind: "importOff", units: ["zfs.target"], pools: ["tank"] },
    { kind: "notCached", pools: ["it's mine"] },
    { kind: "zedOff", installed: true, spares: ["tank"] },
    { kind: "zedOff", installed: false, spares: [] },
    { kind: "lowSpace", pool: "tank", capacity: 85 },
    { kind: "scrubDue", pool: "tank", days: 1, never: false, job: "none" },
    { kind: "scrubCanceled", pool: "tank" },
    { kind: "scrubPaused", pool: "tank", days: 8 },
    { kind: "scrubDue", pool: "tank", days: 40, never: true, job: undefined },
    { kind: "versionsDiffer", userland: "2.3.9", kernel: "2.3.2" },
    { kind: "newerKernel", kernel: "6.12.10-amd64", running: "6.12.1-amd64" },
    { kind: "upgradable", pools: ["a", "b"] },
];

test.each(advisories)("advice $kind has a title and says more", (advisory) => {
    const { title, text } = adviceText(advisory);
    expect(title).toMatch(/^\S.*[^.]$/);
    expect(text).toMatch(/^[A-Z].*[.:]$/);
    expect(title + text).not.toMatch(/\$\d|undefined/);
});

test("why tools and module differ is not known, so both causes are told, and how to find out", () => {
    const { text, command } = adviceText({ kind: "versionsDiffer", userland: "2.3.9", kernel: "2.3.2" });
    expect(text).toMatch(/a restart of the host loads it.*a restart alone does not help/);
    expect(command).toBe("modinfo -F version zfs");
});

test("names are one word in commands, whatever is in them", () => {
    expect(adviceText({ kind: "notCached", pools: ["tank", "it's mine"] }).command).toBe(
        "zpool set cachefile=/etc/zfs/zpool.cache tank; zpool set cachefile=/etc/zfs/zpool.cache 'it'\\''s mine'",
    );
});

test("a scrub job is called by where it is found", () => {
    expect(scrubJobText({ kind: "timer", unit: "zfs-scrub-weekly@tank.timer", interval: "weekly" })).toBe(
        "Scrubbed every week by zfs-scrub-weekly@tank.timer",
    );
});

test("durations have their two largest units", () => {
    expect([20, 125, 7800, 86_400 * 2 + 3600].map(formatDuration)).toEqual([
        "less than a minute",
        "2 min",
        "2 h 10 min",
        "2 days 1 h",
    ]);
});

test("a list of names is cut where it saves more than one", () => {
    expect(formatNames(["a", "b", "c", "d"])).toBe("a, b, c, d");
    expect(formatNames(["a", "b", "c", "d", "e"])).toBe("a, b, c and 2 more");
});

test("what is past is never said to come, whatever the clocks say", () => {
    expect(relativeTime(now - 3 * 86_400, now)).toBe("3 days ago");
    expect(relativeTime(now + 60, now)).toBe("0 seconds ago");
});
