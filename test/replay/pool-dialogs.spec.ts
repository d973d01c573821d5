// The dialogs about pools, their devices and properties, each in every layout and by keyboard.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Frame } from "@playwright/test";

import { history, importable } from "../../src/zfs/reads.ts";
import { moduleFiles } from "../module-files.ts";

import { answersOf, dedupAnswers } from "./answers.ts";
import { auditOf } from "./audit.ts";
import { compatibilityAnswers } from "./compatibility-files.ts";
import { belowLine, listOf, locked } from "./datasets.ts";
import { testDialogs } from "./dialogs.ts";
import { moduleAnswers, withModule } from "./module-answers.ts";
import { poolContents } from "./pool-contents.ts";
import { generatedPool, recordedPool, renamedPool, withDevice } from "./pools.ts";
import type { Pool } from "./pools.ts";
import { propertyAnswers, vdevPropertyAnswers } from "./property-answers.ts";
import type { Answers } from "./scenario.ts";
import { disksAnswer, spareDisk } from "./spare-disks.ts";
import { rootVdev } from "./status-json.ts";

const now = Math.floor(Date.now() / 1000);
const recorded = (path: string) => readFileSync(resolve(import.meta.dirname, "../fixtures", path), "utf8");

/** The module of a ZFS that can scrub by date, and what it says of properties and features. */
const module = moduleAnswers(
    `${moduleFiles}/sys/module/zfs/features.pool/org.openzfs:physical_rewrite/guid:x\n`,
);

const host = (pool: Pool, more: Answers = {}) => ({
    answers: {
        ...answersOf([pool]),
        ...poolContents(pool.json.pool_guid),
        ...disksAnswer(spares),
        ...module,
        ...more,
    },
    installed: withModule,
});

/** One that is free, one with something on it, one of the system, and one that is too small. */
const spares = [
    spareDisk("sdv", { slot: undefined, transport: "nvme" }),
    spareDisk("sdx", { content: { type: "ext4", label: "photos" } }),
    spareDisk("sdy", { apart: "system" }),
    spareDisk("sdz", { size: 1_000_204_886 }),
];

/** A mirror, one disk of which has grown, with vdevs of all other classes. */
const full = withDevice(recordedPool("s01-full"), "/mnt/a1", { ex_dev_size: "1073741824" });
/** Mirrors alone. */
const mirrors = renamedPool("s10-inited", "tank");
const raidz = generatedPool("tank", 10);

const raidzVdev = { name: "raidz2-0", guid: rootVdev(raidz.json).vdevs?.["raidz2-0"]?.guid ?? "" };

const scrubbing = (() => {
    const stats = {
        ...{ function: "SCRUB", state: "SCANNING", start_time: String(now - 60), end_time: "0" },
        ...{ to_examine: "1000000", examined: "500000", skipped: "0", processed: "0", errors: "0" },
        ...{ bytes_per_scan: "500000", pass_start: String(now - 60), scrub_pause: "0" },
        ...{ scrub_spent_paused: "0", issued_bytes_per_scan: "400000", issued: "400000" },
    };
    return { ...raidz, json: { ...raidz.json, scan_stats: stats } };
})();

const checkpointed = (() => {
    const stats = { state: "EXISTS", space: "5368709120", start_time: String(now - 7200) };
    return { ...raidz, json: { ...raidz.json, checkpoint_stats: stats } };
})();

const today = new Date(now * 1000).toISOString().slice(0, 10);
const undone = [
    "History for 'tank':\n",
    `${today}.23:59:58 zfs destroy -r tank/old [user 0 (root) on h:linux]\n`,
    `${today}.23:59:59 zfs snapshot tank/films@a [user 0 (root) on h:linux]\n`,
].join("");

const lockedDatasets = listOf([
    { name: "tank" },
    { name: "tank/home", ...locked("tank/home") },
    { name: "tank/raw", ...locked("tank/raw"), keyformat: "raw", canmount: "off" },
]);

const values = {
    ...{ size: "4398046511104", altroot: "-", ashift: "12", failmode: "wait", comment: "by the door" },
    ...{
        "org.example:owner": "anna",
        dedupratio: "2.00",
        dedup_table_size: "384",
        dedup_table_quota: "auto",
    },
    ...{ compatibility: "off", "feature@async_destroy": "enabled", "feature@encryption": "active" },
    ...{ "feature@head_errlog": "disabled", "feature@raidz_expansion": "disabled" },
};
const propertyHost = host(mirrors, {
    ...propertyAnswers("tank", values),
    ...dedupAnswers("tank"),
    ...compatibilityAnswers,
});

const listing = ["missinglog", "listing"]
    .map((name) => recorded(`zpool-import/2.3.9/${name}.txt`))
    .join("\n");
const everywhere = importable({ directories: [], isForDestroyed: false }).join(" ");

const pool = "Actions for tank";
const row = (frame: Frame) => frame.locator("tr[data-row]").first();

testDialogs([
    {
        name: "a pool whose keys are not loaded",
        host: host(full, { [belowLine("tank")]: { stdout: lockedDatasets } }),
        path: "/pools/tank",
        dialogs: [{ name: "load-keys", opener: pool, item: "Load keys", ready: "tank/raw" }],
    },
    {
        name: "a pool and its devices",
        host: host(full, {
            "zpool remove -np tank 13858020723226956683": { stdout: "13858020723226956683 456\n" },
        }),
        path: "/pools/tank",
        dialogs: [
            { name: "scrub-range", opener: "Scrub", item: "Scrub some days only" },
            { name: "new-guid", opener: pool, item: "New guid" },
            { name: "pool-export", opener: pool, item: "Export", ready: "2 filesystems mounted" },
            { name: "pool-destroy", opener: pool, item: "Destroy", ready: "1 volume: tank/disk" },
            { name: "offline", opener: "Actions for /mnt/a1", item: "Take offline" },
            { name: "replace", opener: "Actions for /mnt/a1", item: "Replace", ready: "WD-sdv" },
            { name: "expand-device", opener: "Actions for /mnt/a1", item: "Use all of the disk" },
            { name: "detach", opener: "Actions for /mnt/a1", item: "Detach" },
            { name: "trim", opener: "Actions for /mnt/a1", item: "Trim" },
            { name: "initialize", opener: "Actions for /mnt/a1", item: "Initialize" },
            { name: "attach", opener: "Actions for mirror-0", item: "Attach", ready: "WD-sdv" },
            { name: "remove", opener: "Actions for mirror-2", item: "Remove", ready: "456 B of memory" },
            { name: "remove-log", opener: "Actions for /mnt/l1", item: "Remove" },
        ],
    },
    {
        name: "a pool with a checkpoint",
        host: host(checkpointed, { [history("tank").join(" ")]: { stdout: undone } }),
        path: "/pools/tank",
        dialogs: [
            { name: "discard-checkpoint", opener: pool, item: "Discard checkpoint" },
            { name: "rewind", opener: pool, item: "Rewind to checkpoint", ready: "zfs destroy -r tank/old" },
        ],
    },
    {
        name: "a raidz that is scrubbed",
        host: host(scrubbing, vdevPropertyAnswers("tank", raidzVdev, { comment: "-", io_n: "-" })),
        path: "/pools/tank",
        prepare: (frame) => frame.getByRole("button", { name: "raidz2-0", exact: true }).click(),
        dialogs: [
            { name: "scrub-stop", opener: "Scrub", item: "Stop" },
            { name: "expand", opener: "Actions for raidz2-0", item: "Expand by a disk", ready: "WD-sdv" },
            { name: "vdev-property", opener: "Set io_n" },
            { name: "vdev-note", opener: "Add a user property…" },
        ],
    },
    {
        name: "a pool that a device is removed from",
        host: host(renamedPool("s07-removing", "tank")),
        path: "/pools/tank",
        dialogs: [
            { name: "stop-remove", opener: "Actions for all devices of tank", item: "Cancel the removal" },
        ],
    },
    {
        name: "mirrors",
        host: host(mirrors),
        path: "/pools/tank",
        dialogs: [{ name: "split", opener: pool, item: "Split", ready: "Disk to take from mirror-0" }],
    },
    {
        name: "the properties of a pool",
        host: propertyHost,
        path: "/pools/tank/properties",
        dialogs: [
            { name: "pool-property", opener: "Set comment" },
            { name: "pool-choice", opener: "Set failmode" },
            { name: "pool-note", opener: "Add a user property…" },
            { name: "prune", opener: "Prune the deduplication table…" },
        ],
    },
    {
        name: "the features of a pool",
        host: propertyHost,
        path: "/pools/tank/features",
        dialogs: [
            { name: "upgrade", opener: "Upgrade…", ready: "Which systems can import it" },
            { name: "enable", opener: "Enable raidz_expansion", ready: "Which systems can import it" },
        ],
    },
    {
        name: "the history of a pool and of changes",
        host: host(raidz, {
            ...auditOf([{ id: 7, argv: ["zfs", "create", "tank/norm"] }]),
            [history("tank").join(" ")]: { stdout: recorded("zpool-history/2.3.9.txt") },
        }),
        path: "/pools/tank/history",
        dialogs: [{ name: "history", opener: row }],
    },
    {
        name: "an import",
        host: { answers: { ...answersOf([]), [everywhere]: { stdout: listing } } },
        path: "/import",
        dialogs: [
            { name: "import-without-log", opener: "Import mlog", ready: "Without its missing log device" },
            { name: "import", opener: "Import tank" },
        ],
    },
]);
