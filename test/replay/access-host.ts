// A host with one filesystem, for who may do what on it and who takes how much of it.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { PERMISSIONS, delegations, spaceBy } from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import { answersOf } from "./answers.ts";
import { datasetAnswers } from "./datasets.ts";
import type { Host } from "./fixtures.ts";
import { moduleAnswers, withModule } from "./module-answers.ts";
import { generatedPool } from "./pools.ts";
import type { Pool } from "./pools.ts";
import type { Answer, Answers } from "./scenario.ts";

const GIB = 1n << 30n;

/** The filesystem: 40 GiB with all that lies in it, half of that its own, of 140 GiB that it may take; above it 500 GiB are free. */
export const filesystem = {
    ...{ name: "tank/norm", type: "filesystem", guid: "77", used: 40n * GIB, available: 100n * GIB },
    ...{ referenced: 20n * GIB, usedByDataset: 20n * GIB, quota: 140n * GIB, refreservation: 10n * GIB },
} as const;

const rowOf = ({ name, type, guid, ...sizes }: typeof filesystem) => ({
    ...{ name, type, guid },
    ...Object.fromEntries(Object.entries(sizes).map(([key, size]) => [key.toLowerCase(), String(size)])),
});

const recorded = (name: string): Answer => ({
    stdout: readFileSync(resolve(import.meta.dirname, `../fixtures/zfs-allow/2.3.9-${name}.txt`), "utf8"),
});

/** The lines by which the page asks who takes how much. */
export const spaceLine = (kind: "user" | "group" | "project", isNumeric = false): string =>
    shellQuote(spaceBy(kind, filesystem.name, isNumeric));

const users = [
    `POSIX User\tanna\t${8n * GIB}\t${10n * GIB}\t1200\t0`,
    `POSIX User\t4242\t${2n * GIB}\t0\t80\t100`,
    "POSIX User\troot\t512\t0\t1\t0",
];

/** The host, with other answers where a test wants them, and its pool otherwise. */
export const accessHost = (changes: Answers = {}, pool: Partial<Pool> = {}): Host => ({
    answers: {
        ...answersOf([{ ...generatedPool("tank", 10), ...pool }]),
        ...moduleAnswers(),
        ...datasetAnswers([{ name: "tank", available: String(500n * GIB) }, rowOf(filesystem)]),
        [shellQuote(delegations(filesystem.name))]: recorded("norm"),
        [shellQuote(PERMISSIONS)]: recorded("permissions"),
        [spaceLine("user")]: { stdout: `${users.join("\n")}\n` },
        [spaceLine("group")]: { stdout: `POSIX Group\tgames\t${10n * GIB}\t0\t1281\t0\n` },
        [spaceLine("project")]: { stdout: `Project\t7\t${GIB}\t${2n * GIB}\t12\t0\n` },
        ...changes,
    },
    installed: withModule,
});
