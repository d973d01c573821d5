import type { Command } from "../zfs/commands/command.ts";
import type { Expect } from "../zfs/commands/expect.ts";
import type { Difference, Outcome } from "../zfs/outcome.ts";
import { parseGet } from "../zfs/parse/get.ts";
import { guidOf } from "../zfs/reads.ts";
import { shortfallOf } from "../zfs/shortfall.ts";

import { HostError, hostError } from "./errors.ts";
import { readAs } from "./read-as.ts";
import { listTimeout } from "./read.ts";
import { asPerson, spawnText } from "./spawn.ts";

/**
 * Runs a change that was delegated to the person, as the person: without administrative access, and so without the
 * helper, which needs it for its locks and its record. What the person saw is looked at again just before; the pool's
 * own history is what remembers it. A change that takes long goes through `execute`: this one ends with the session.
 *
 * Never rejects: whatever happened is an outcome.
 */
export async function executeAsPerson({ argv, secret, expect }: Command): Promise<Outcome> {
    if (secret) throw new Error("a secret goes through the helper alone");
    try {
        const differences = await differencesFrom(expect);
        if (differences.length > 0)
            return { kind: "refused", refusal: { reason: "changed", message: "it changed", differences } };
    } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { kind: "refused", refusal: { reason: "unknown", message } };
    }
    const process = spawnText(argv, asPerson);
    void process.input();
    return process.then(
        (stdout): Outcome => ({ kind: "ended", state: "done", stdout, stderr: "", recorded: false }),
        (cause: unknown): Outcome => failureOf(argv, hostError(argv, cause)),
    );
}

/** On Linux only root may mount, so that whoever may create a dataset gets it unmounted. */
function failureOf(argv: readonly string[], error: HostError): Outcome {
    if (error.kind !== "failed" || error.exitStatus === undefined) return { kind: "lost", error, output: "" };
    const { exitStatus, message: stderr } = error;
    const ended = { kind: "ended", exitStatus, stdout: "", stderr, recorded: false } as const;
    return { ...ended, state: shortfallOf(argv, stderr) ? "done" : "failed" };
}

/** The datasets that are not those that the person saw. Nothing else can be looked at without administrative access. */
async function differencesFrom({ datasets = [], ...others }: Expect): Promise<readonly Difference[]> {
    if (Object.keys(others).length > 0) throw new Error("only datasets can be compared");
    const found = await Promise.all(datasets.map(({ name }) => readGuid(name)));
    return datasets.flatMap(({ name, guid }, index) =>
        found[index] === guid
            ? []
            : [{ what: "dataset" as const, name, expected: guid, found: found[index] }],
    );
}

async function readGuid(dataset: string): Promise<string | undefined> {
    try {
        const [guid] = await readAs(guidOf(dataset), listTimeout, parseGet, asPerson);
        return guid?.value;
    } catch (error) {
        if (error instanceof HostError && error.message.includes("dataset does not exist")) return undefined;
        throw error;
    }
}
