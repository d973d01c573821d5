import { readFileSync } from "node:fs";

import { executeCall } from "../../../src/backend/execute-call.ts";
import { parseExecuteLine } from "../../../src/backend/execute-line.ts";
import { execute } from "../../../src/backend/execute.ts";
import { protocol } from "../../../src/backend/protocol.ts";
import { startScrub } from "../../../src/zfs/commands/scrub.ts";
import { processes } from "../fakes/cockpit.ts";
import { createEncrypted } from "../fakes/encrypted.ts";

const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index);
const create = createEncrypted("tänk");

test("what is expected goes first, its length is told in bytes, and the secret follows to the byte", () => {
    const { argv, input } = executeCall(create, { secret: everyByte });
    const expected = Buffer.from(JSON.stringify(create.expect));
    expect(expected.length).toBeGreaterThan(JSON.stringify(create.expect).length);
    expect(argv).toEqual([
        ...["zfsadmin", "execute", "--expect-length", String(expected.length)],
        ...["--secret-length", "256", "--origin", "page"],
        ...["--protocol", String(protocol), "--", ...create.argv],
    ]);
    expect(Buffer.from(input)).toEqual(Buffer.concat([expected, everyByte]));
    expect(input.buffer.byteLength).toBe(input.length);
});

test("a part of a larger buffer is sent alone", () => {
    const { input } = executeCall(create, { secret: everyByte.subarray(100, 132) });
    expect([...input.slice(-32)]).toEqual([...everyByte.slice(100, 132)]);
});

test("the protocol is the helper's", () => {
    expect(readFileSync("helper/zfsadmin/version.py", "utf8")).toContain(`\nPROTOCOL = ${protocol}\n`);
});

test("a secret is there if and only if the command asks for one", () => {
    expect(() => executeCall(create)).toThrow();
    expect(() => executeCall(startScrub({ name: "tank", guid: "1" }), { secret: everyByte })).toThrow();
});

test("the journal alone is an option", () => {
    const { argv } = executeCall(startScrub({ name: "tank", guid: "1" }), { journalOnly: true });
    expect(argv).toContain("--journal-only");
});

const ended = {
    ...{ kind: "ended", id: 12, state: "failed", exitStatus: 1, signal: null, stdout: "", stderr: "no\n" },
    ...{ duration: 5, recorded: true },
};

test("a result is read", () => {
    expect(parseExecuteLine(JSON.stringify(ended))).toEqual({
        kind: "ended",
        ended: {
            ...{ state: "failed", exitStatus: 1, signal: undefined, stdout: "", stderr: "no\n" },
            recorded: true,
        },
    });
});

test.each([
    [
        { kind: "waiting", holder: { id: 11, argv: ["zpool", "trim"], person: null, since: 1 } },
        { kind: "waiting", holder: { argv: ["zpool", "trim"], person: undefined, since: 1 } },
    ],
    [
        { kind: "waiting", holder: null },
        { kind: "waiting", holder: undefined },
    ],
    [
        { kind: "started", id: null },
        { kind: "started", isInSession: false },
    ],
    [
        { kind: "started", id: 12, inSession: true },
        { kind: "started", isInSession: true },
    ],
    [
        { kind: "refused", reason: "busy", message: "m", holder: null },
        { kind: "refused", refusal: { reason: "busy", message: "m", holder: undefined } },
    ],
    [
        {
            ...{ kind: "refused", reason: "changed", message: "m" },
            changes: [
                { what: "vdev", group: "g", field: "state", name: "n", expected: "ONLINE", found: null },
            ],
        },
        {
            kind: "refused",
            refusal: {
                ...{ reason: "changed", message: "m" },
                differences: [{ what: "vdev", group: "g", field: "state", name: "n", expected: "ONLINE" }],
            },
        },
    ],
    [
        { kind: "refused", reason: "unrecorded", message: "m", journalOnly: true },
        { kind: "refused", refusal: { reason: "unrecorded", message: "m", journalOnly: true } },
    ],
    [
        { kind: "refused", reason: "updated", message: "m", version: "9.9.9" },
        { kind: "refused", refusal: { reason: "updated", message: "m", version: "9.9.9" } },
    ],
    [
        {
            ...{ kind: "refused", reason: "changed", message: "m" },
            changes: [
                { what: "property", name: "tank/v", property: "volsize", expected: "1", found: null },
                { what: "checkpoint", name: "tank", expected: 5, found: null },
            ],
        },
        {
            kind: "refused",
            refusal: {
                ...{ reason: "changed", message: "m" },
                differences: [
                    {
                        what: "property",
                        name: "tank/v",
                        property: "volsize",
                        expected: "1",
                        found: undefined,
                    },
                    { what: "checkpoint", name: "tank", expected: 5, found: undefined },
                ],
            },
        },
    ],
    [
        { kind: "refused", reason: "tomorrow", message: "m" },
        { kind: "refused", refusal: { reason: "tomorrow", message: "m" } },
    ],
])("%j is read", (line, result) => {
    expect(parseExecuteLine(JSON.stringify(line))).toEqual(result);
});

test.each([
    "",
    "zpool: not found",
    "[]",
    '{"kind":"sung"}',
    '{"kind":"refused"}',
    '{"kind":"refused","reason":"changed","changes":[{"what":"moon"}]}',
    JSON.stringify({ ...ended, state: "perhaps" }),
    JSON.stringify({ ...ended, stderr: 5 }),
    JSON.stringify({ ...ended, recorded: undefined }),
    JSON.stringify(ended).slice(0, -1),
])("%j is kept as it is", (text) => {
    expect(parseExecuteLine(text)).toEqual({ kind: "unread", text });
});

const scrub = startScrub({ name: "tank", guid: "1" });
const bytesOf = (text: string) => new TextEncoder().encode(text);

test("a change needs administrative access, and does without it in no case", () => {
    void execute(scrub, { onProgress: () => undefined });
    expect(processes.at(-1)).toMatchObject({
        argv: executeCall(scrub).argv,
        options: { superuser: "require", err: "message", binary: true },
    });
});

test("the result is what the helper says, also where the end of its process is never heard of", async () => {
    const progress: object[] = [];
    const outcome = execute(scrub, { onProgress: (line) => progress.push(line) });
    const text = bytesOf(`{"kind":"started","id":12}\n${JSON.stringify({ ...ended, stderr: "nö\n" })}\n`);
    // cut within a letter
    const cut = text.length - 30;
    processes.at(-1)?.say(text.slice(0, cut));
    processes.at(-1)?.say(text.slice(cut));
    expect(await outcome).toMatchObject({ kind: "ended", state: "failed", stderr: "nö\n" });
    expect(progress).toEqual([{ kind: "started", isInSession: false }]);
});

test("a helper that ends without a result is told with what it said", async () => {
    const outcome = execute(scrub, { onProgress: () => undefined });
    processes.at(-1)?.say(bytesOf("Traceback\nno"));
    processes.at(-1)?.end(new Uint8Array());
    expect(await outcome).toMatchObject({ kind: "lost", output: "Traceback\nno" });
});
