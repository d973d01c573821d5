import cockpit from "cockpit";

import { execute } from "../../../src/backend/execute.ts";
import type { ChangeProgress } from "../../../src/backend/execute.ts";
import { createEncrypted } from "../fakes/encrypted.ts";

const command = createEncrypted("tank");
const secret = Uint8Array.from({ length: 256 }, (_, index) => index);

/** A process in the place of the helper: the test speaks for it, and sees what it was given. */
class FakeProcess {
    given: unknown;
    argv: readonly string[] = [];
    options: Readonly<Record<string, unknown>> = {};
    say: (bytes: Uint8Array) => void = () => undefined;
    exit: () => void = () => undefined;
    fail: (cause: object) => void = () => undefined;

    spawn = (argv: readonly string[], options: Readonly<Record<string, unknown>>) => {
        Object.assign(this, { argv, options });
        const end = new Promise<void>((resolve, reject) =>
            Object.assign(this, { exit: resolve, fail: reject }),
        );
        return Object.assign(end, {
            stream: (callback: (bytes: Uint8Array) => void) => (this.say = callback),
            input: (bytes: unknown) => (this.given = bytes),
        });
    };
}

function setUp() {
    const process = new FakeProcess();
    Object.assign(cockpit, { spawn: process.spawn });
    const heard: ChangeProgress[] = [];
    const outcome = execute(command, { secret, onProgress: (line) => heard.push(line) });
    return { process, heard, outcome };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const ended =
    '{"kind":"ended","id":1,"state":"done","exitStatus":0,"signal":null,"stdout":"","stderr":"ä","duration":1,"recorded":true}\n';

test("it needs administrative access, and sends every byte of the secret as it is", async () => {
    const { process, outcome } = setUp();
    expect(process.options).toMatchObject({ superuser: "require", binary: true, err: "message" });
    expect(process.argv).toContain("--secret-length");
    expect(process.argv.join(" ")).not.toContain("\u0001");
    const input = process.given as Uint8Array;
    expect(input).toBeInstanceOf(Uint8Array);
    expect([...input.slice(-256)]).toEqual([...secret]);
    process.exit();
    await outcome;
});

test("lines are put together from whatever pieces they come in", async () => {
    const { process, heard, outcome } = setUp();
    const all = bytes('{"kind":"waiting","holder":null}\n{"kind":"started","id":1}\n' + ended);
    for (const byte of all) process.say(Uint8Array.of(byte));
    process.exit();
    expect(heard.map(({ kind }) => kind)).toEqual(["waiting", "started"]);
    expect(await outcome).toMatchObject({ kind: "ended", state: "done", stderr: "ä" });
});

test("a result counts whatever the exit code", async () => {
    const { process, outcome } = setUp();
    process.say(bytes('{"kind":"refused","reason":"busy","message":"m","holder":null}\n'));
    process.fail({ exit_status: 75, message: "" });
    expect(await outcome).toMatchObject({ kind: "refused", refusal: { reason: "busy" } });
});

test("without a result nothing is claimed, and what was said is kept", async () => {
    const { process, outcome } = setUp();
    process.say(bytes('{"kind":"started","id":1}\n{"kind":"sung"}\n{"kind":"end'));
    process.fail({ problem: "disconnected", message: "gone" });
    expect(await outcome).toMatchObject({
        kind: "lost",
        error: { kind: "disconnected" },
        output: '{"kind":"sung"}\n{"kind":"end',
    });
});
