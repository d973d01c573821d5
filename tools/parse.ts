/*
 * npm run --silent parse -- KIND < FILE
 *
 * Shows what the page makes of the output of a command, for bug reports: the model as JSON (sizes as strings,
 * since they may pass 2^53), or the line that could not be read, with exit code 1. A wrong KIND, or --help, lists
 * them with their commands; exit code 2 is a wrong one.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { LIST_CHOICES, LIST_HELD, destroyDryRun } from "../src/zfs/action-reads.ts";
import { parseAllow } from "../src/zfs/parse/allow.ts";
import { parseAudit } from "../src/zfs/parse/audit.ts";
import { parseCompatibility } from "../src/zfs/parse/compatibility.ts";
import { parseCopies } from "../src/zfs/parse/copies.ts";
import { parseDatasets } from "../src/zfs/parse/datasets.ts";
import { parseDedup } from "../src/zfs/parse/dedup.ts";
import { parseDestroyDryRun } from "../src/zfs/parse/destroy-dry-run.ts";
import { parseDisks } from "../src/zfs/parse/disks.ts";
import { parseSources } from "../src/zfs/parse/get-dataset.ts";
import { parseGet, parseGetJson } from "../src/zfs/parse/get.ts";
import { parseHeld } from "../src/zfs/parse/held.ts";
import { parseHistory } from "../src/zfs/parse/history.ts";
import { parseIdentities } from "../src/zfs/parse/identities.ts";
import { parseImport } from "../src/zfs/parse/import.ts";
import { parseIoSample } from "../src/zfs/parse/iostat.ts";
import { parseKernelPools } from "../src/zfs/parse/kernel-pools.ts";
import { parseRoots } from "../src/zfs/parse/list-roots.ts";
import { parseListVdevs } from "../src/zfs/parse/list-vdevs.ts";
import { parseList } from "../src/zfs/parse/list.ts";
import { parseModule } from "../src/zfs/parse/module.ts";
import { ParseError, fail, toLines } from "../src/zfs/parse/parse-error.ts";
import type { Line } from "../src/zfs/parse/parse-error.ts";
import { parsePermissions } from "../src/zfs/parse/permissions.ts";
import { parseRemovalEstimate } from "../src/zfs/parse/removal.ts";
import { parseSnapshotChoices } from "../src/zfs/parse/snapshot-choices.ts";
import { parseSnapshots } from "../src/zfs/parse/snapshots.ts";
import { parseSpaceBy } from "../src/zfs/parse/space-by.ts";
import { parseStatusJson } from "../src/zfs/parse/status-json.ts";
import { parseStatus } from "../src/zfs/parse/status.ts";
import { parseLastTxg } from "../src/zfs/parse/txgs.ts";
import { parseUses } from "../src/zfs/parse/uses.ts";
import { parseVersion } from "../src/zfs/parse/version.ts";
import {
    compatibilityFiles,
    DEDUP,
    GET_JSON,
    GET_SOURCES,
    GET_TEXT,
    KERNEL_POOLS,
    LIST,
    LIST_ROOTS,
    LIST_SNAPSHOTS,
    LIST_VDEVS,
    MODULE,
    PERMISSIONS,
    REMOVAL_ESTIMATE,
    STATUS_JSON,
    STATUS_TEXT,
    VERSION,
    delegations,
    history,
    iostat,
    listDatasets,
    snapshotsOf,
    spaceBy,
} from "../src/zfs/reads.ts";
import { shellQuote } from "../src/zfs/shell-quote.ts";

interface Kind {
    /** What prints it; other options are understood too. */
    readonly command: string;
    readonly parse: (text: string) => unknown;
}

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
    ["status", { command: STATUS_TEXT.join(" "), parse: parseStatus }],
    ["status-json", { command: STATUS_JSON.join(" "), parse: (text) => parseStatusJson(text) }],
    ["list", { command: LIST.join(" "), parse: parseList }],
    ["list-vdevs", { command: LIST_VDEVS.join(" "), parse: parseListVdevs }],
    ["list-roots", { command: LIST_ROOTS.join(" "), parse: parseRoots }],
    ["copies", { command: "zfsadmin copies MOUNTPOINT PATH SNAPSHOT...", parse: parseCopies }],
    ["datasets", { command: listDatasets(true).join(" "), parse: parseDatasets }],
    ["uses", { command: "zfsadmin uses POOL", parse: parseUses }],
    ["import", { command: "zpool import", parse: parseImport }],
    ["events", { command: "zpool events -Hv", parse: parseEvents }],
    ["history", { command: `TZ=UTC ${history("POOL").join(" ")}`, parse: parseHistory }],
    ["iostat", { command: iostat(5).join(" "), parse: (text) => toLines(text).map(readIoSample) }],
    ["version", { command: VERSION.join(" "), parse: parseVersion }],
    ["get", { command: `${GET_TEXT.join(" ")} POOL`, parse: parseGet }],
    ["get-json", { command: `${GET_JSON.join(" ")} POOL`, parse: parseGetJson }],
    ["get-dataset", { command: `${GET_SOURCES.join(" ")} DATASET`, parse: parseSources }],
    ["destroy-dry-run", { command: destroyDryRun("DATASET").join(" "), parse: parseDestroyDryRun }],
    ["held", { command: `${LIST_HELD.join(" ")} DATASET`, parse: parseHeld }],
    ["identities", { command: `${LIST_SNAPSHOTS.join(" ")} POOL`, parse: parseIdentities }],
    ["snapshot-choices", { command: `${LIST_CHOICES.join(" ")} DATASET`, parse: parseSnapshotChoices }],
    ["snapshots", { command: snapshotsOf("DATASET").join(" "), parse: parseSnapshots }],
    ["removal", { command: `${REMOVAL_ESTIMATE.join(" ")} POOL VDEV`, parse: parseRemovalEstimate }],
    ["module", { command: shellQuote(MODULE), parse: parseModule }],
    [
        "compatibility",
        { command: shellQuote(compatibilityFiles("/usr/share/zfs")), parse: parseCompatibility },
    ],
    ["allow", { command: delegations("DATASET").join(" "), parse: parseAllow }],
    ["permissions", { command: PERMISSIONS.join(" "), parse: parsePermissions }],
    ["space-by", { command: spaceBy("user", "DATASET", false).join(" "), parse: parseSpaceBy }],
    ["dedup", { command: `${DEDUP.join(" ")} POOL`, parse: parseDedup }],
    ["disks", { command: "zfsadmin disks", parse: parseDisks }],
    ["audit", { command: "zfsadmin audit list --json", parse: parseAudit }],
    ["kernel-pools", { command: shellQuote(KERNEL_POOLS), parse: parseKernelPools }],
    ["txgs", { command: "cat /proc/spl/kstat/zfs/POOL/txgs", parse: parseLastTxg }],
]);

/** The page passes over lines that are no samples; here they are what is looked for. */
const readIoSample = (line: Line) => parseIoSample(line.text) ?? fail("no sample", line);

/** Events are the helper's to read, and the page gets what it makes of them. */
function parseEvents(text: string): unknown {
    const root = join(import.meta.dirname, "..");
    const env = { ...process.env, PYTHONPATH: join(root, "helper") };
    return JSON.parse(
        execFileSync("python3", ["-B", join(root, "tools/events.py")], {
            input: text,
            env,
            encoding: "utf8",
        }),
    );
}

/** A value as JSON can hold it. */
function plain(value: unknown): unknown {
    if (value instanceof Map) return Object.fromEntries(value);
    if (value instanceof Set) return [...value];
    return typeof value === "bigint" ? String(value) : value;
}

const usage = [
    "usage: npm run --silent parse -- KIND < FILE",
    "KIND, and the command whose output FILE holds:",
    ...[...KINDS].map(([kind, { command }]) => `  ${kind.padEnd(18)}${command}`),
].join("\n");

const [argument = ""] = process.argv.slice(2);
if (argument === "--help") {
    console.log(usage);
    process.exit(0);
}
const kind = KINDS.get(argument);
if (kind === undefined) {
    console.error(usage);
    process.exit(2);
}

try {
    const model = kind.parse(readFileSync(0, "utf8"));
    console.log(JSON.stringify(model, (_, value: unknown) => plain(value), 2));
} catch (error) {
    if (!(error instanceof ParseError)) throw error;
    console.error(error.message);
    process.exit(1);
}
