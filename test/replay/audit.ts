// What a host with recorded changes answers.

import { resolve } from "node:path";

import { answersOf, followStart, streamLines } from "./answers.ts";
import { generatedPool } from "./pools.ts";
import type { Answer, Answers } from "./scenario.ts";

/** When the tests take place: Unix seconds. */
export const now = 1_795_353_000;

/** The first call for recorded changes; the others have more options. */
const auditLine = "zfsadmin audit list --json --limit 1000";

const tank = generatedPool("tank", 10);

/** A row of `zfsadmin audit list`, as far as it is not as most are. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: number };

const usualRow = {
    person: "anna",
    loginuid: 1000,
    uid: 0,
    origin: "page",
    argv: ["zpool", "scrub", "tank"],
    pools: [tank.json.pool_guid],
    state: "done",
    exitStatus: 0,
    signal: null,
    error: "",
    duration: 123_456_789,
    ended: now - 60,
};

/** A host with these recorded changes, the newest first, a minute after each other. */
export function auditOf(rows: readonly Row[]): Answers {
    const lines = rows
        .map((row, index) => ({ ...usualRow, time: now - 60 * (index + 1), ...row }))
        .map((row) => `${JSON.stringify(row)}\n`);
    const newerThan = (id: number): Answer => ({
        stdout: lines.filter((_line, index) => (rows[index]?.id ?? 0) > id).join(""),
    });
    // what the page knows already, or what was not over then
    const since = [0, ...rows.slice(0, 3).flatMap(({ id }) => [id, id - 1])];
    return {
        [auditLine]: newerThan(0),
        ...Object.fromEntries(since.map((id) => [`${auditLine} --since ${id}`, newerThan(id)])),
    };
}

/** A host that answers all calls for recorded changes in the same way. */
export const auditAnswer = (answer: Answer): Answers => ({ [`${auditLine} *`]: answer, [auditLine]: answer });

/** The same on a host whose journal alone has so many more changes. */
export const journalOnlyAudit = (rows: readonly Row[], count: number): Answers =>
    Object.fromEntries(
        Object.entries(auditOf(rows)).map(([line, answer]) => [
            line,
            { ...answer, stdout: `${answer.stdout ?? ""}${JSON.stringify({ journalOnly: count })}\n` },
        ]),
    );

/** The same on a host whose database belongs to a newer helper than it has. */
export const newerAudit = (rows: readonly Row[]): Answers =>
    Object.fromEntries(
        Object.entries(auditOf(rows)).map(([line, answer]) => [
            line,
            { ...answer, stderr: "zfsadmin audit: the database belongs to a newer zfsadmin\n", exit: 75 },
        ]),
    );

/** A host with so many recorded changes, read page by page. */
export const manyRows = (count: number): Answers =>
    auditAnswer({ program: [resolve(import.meta.dirname, "audit.py"), String(count), tank.json.pool_guid] });

/** One of each kind. */
export const threeRows: readonly Row[] = [
    {
        id: 9,
        state: "running",
        exitStatus: null,
        duration: null,
        ended: null,
        argv: ["zpool", "scrub", "tank"],
    },
    {
        id: 8,
        person: null,
        loginuid: null,
        origin: "shell",
        state: "failed",
        exitStatus: 1,
        argv: ["zfs", "destroy", "tank/it's old"],
        error: "cannot destroy 'tank/it's old': filesystem has children\nuse '-r' to destroy the following datasets:\ntank/it's old/a\n",
    },
    {
        id: 7,
        state: "unknown",
        exitStatus: null,
        duration: null,
        ended: null,
        person: "bert",
        loginuid: 1001,
        argv: ["zfs", "set", "org.example:note=" + "a long text ".repeat(20), "tank/home"],
    },
];

/** A host with the pool "tank" and these recorded changes. */
export const hostWith = (audit: Answers): Answers => ({ ...answersOf([tank]), ...audit });

/** The same host after the helper has told that a change was recorded. */
export const toldOf = (audit: Answers, id: number): Answers => ({
    ...hostWith(audit),
    [streamLines.follow]: { stdout: `${followStart}{"kind":"audit","id":${id}}\n`, stays: true },
});
