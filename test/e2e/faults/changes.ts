/*
 * FAULTS. What can go wrong around a change, made to go wrong on real ZFS: the browser is closed, somebody kills the
 * helper, the power fails, the disk is full, the world is not as it was. After each fault the same three are asked:
 * ZFS, what was done; the audit, what it says was done; `zfsadmin audit verify`, whether that is what was written.
 *
 * Time is never guessed. A command that is to be caught in the middle changes a pool whose disk is held still
 * (`held-pool.ts`), and runs until the disk is let go.
 *
 * Here is how a test runs `zfsadmin execute` in the guest and reads the audit.
 */
import { expect } from "@playwright/test";

import type { Machine } from "../../vm/machine.ts";
import { quote } from "../../vm/process.ts";

/** A line of what `zfsadmin execute` says; zfsadmin(8). */
export interface Line {
    readonly kind: "waiting" | "refused" | "started" | "ended";
    readonly id?: number | null;
    readonly reason?: string;
    readonly message?: string;
    readonly state?: string;
    readonly recorded?: boolean;
    readonly journalOnly?: boolean;
    readonly holder?: { readonly id: number | null; readonly argv: readonly string[] };
    readonly changes?: readonly object[];
    readonly stderr?: string;
}

/** How a call of `zfsadmin execute` ended. */
export interface End {
    readonly code: number;
    readonly lines: readonly Line[];
}

/** A row of `zfsadmin audit list`. */
export interface Row {
    readonly id: number;
    readonly state: string;
    readonly argv: readonly string[];
    readonly person: string | null;
    readonly exitStatus: number | null;
    readonly error: string;
}

export interface CallOptions {
    /** What the person saw, as `zfsadmin execute` takes it. */
    readonly expect?: object;
    readonly secret?: Buffer;
    readonly journalOnly?: boolean;
}

const lines = <Type>(text: string): Type[] =>
    text
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Type);

function call(argv: readonly string[], { expect: expected, secret, journalOnly }: CallOptions) {
    const json = Buffer.from(expected ? JSON.stringify(expected) : "");
    const options = [
        ...(expected ? ["--expect-length", String(json.length)] : []),
        ...(secret ? ["--secret-length", String(secret.length)] : []),
        ...(journalOnly ? ["--journal-only"] : []),
    ];
    const input = Buffer.concat([json, secret ?? Buffer.alloc(0)]);
    return { words: ["zfsadmin", "execute", ...options, "--", ...argv], input };
}

/** Makes a change as root, and waits for its end. */
export async function change(
    machine: Machine,
    argv: readonly string[],
    options: CallOptions = {},
): Promise<End> {
    const { words, input } = call(argv, options);
    return say(machine, words, input);
}

/** Calls `zfsadmin execute` with exactly these words and this standard input. */
export async function say(machine: Machine, words: readonly string[], input: Buffer): Promise<End> {
    const { stdout, exitCode } = await machine.execute(words, { input, check: false });
    return { code: exitCode, lines: lines(stdout) };
}

let count = 0;

/** A change that goes on while the test does something else. */
export class Running {
    private constructor(
        private readonly machine: Machine,
        private readonly file: string,
    ) {}

    static async start(
        machine: Machine,
        argv: readonly string[],
        options: CallOptions = {},
    ): Promise<Running> {
        // not on the guest's disk, which may be full
        const file = `/dev/shm/change-${(count += 1)}`;
        const { words, input } = call(argv, options);
        await machine.write(`${file}.in`, input);
        const line = words.map(quote).join(" ");
        await machine.execute(`rm -f ${file}.pid ${file}.code
            (sh -c 'echo $$ >${file}.pid; exec "$@"' - ${line} <${file}.in >${file}.out 2>&1
             echo $? >${file}.code) >/dev/null 2>&1 &`);
        return new Running(machine, file);
    }

    /** Waits until it has said a line of this kind; gives that line. */
    async until(kind: Line["kind"]): Promise<Line> {
        await this.wait(`grep -q '"kind":"${kind}"' ${this.file}.out`);
        const said = await this.said();
        return said.find((line) => line.kind === kind) as Line;
    }

    /** Waits for the end of `zfsadmin execute`, which need not be the end of the command. */
    async ended(): Promise<End> {
        await this.wait(`[ -s ${this.file}.code ]`);
        const { stdout } = await this.machine.execute(`cat ${this.file}.code`);
        return { code: Number(stdout), lines: await this.said() };
    }

    /** Kills `zfsadmin execute`, but not the command. */
    async kill(): Promise<void> {
        await this.machine.execute(`kill -9 $(cat ${this.file}.pid)`);
        await this.ended();
    }

    private async said(): Promise<Line[]> {
        return lines((await this.machine.execute(`cat ${this.file}.out`)).stdout);
    }

    private async wait(condition: string): Promise<void> {
        await this.machine.execute(
            `until ${condition}; do
                [ $SECONDS -lt 100 ] || { cat ${this.file}.out >&2; exit 1; }
                sleep 0.1
            done`,
        );
    }
}

/** The rows of the audit behind number `since`, the oldest first. */
export async function audit(machine: Machine, since: number): Promise<Row[]> {
    const { stdout } = await machine.execute([
        "zfsadmin",
        "audit",
        "list",
        "--json",
        "--since",
        String(since),
    ]);
    return lines<Row>(stdout).reverse();
}

/** The number of the last row. */
export async function lastRow(machine: Machine): Promise<number> {
    const { stdout } = await machine.execute("zfsadmin audit list --json --limit 1");
    return lines<Row>(stdout)[0]?.id ?? 0;
}

/** The state of each row behind number `since`, the oldest first: "done: zfs set a:b=c tank". */
export async function auditStates(machine: Machine, since: number): Promise<string[]> {
    return (await audit(machine, since)).map(({ state, argv }) => `${state}: ${argv.join(" ")}`);
}

/** The process that records the end of a change. */
export async function supervisor(machine: Machine, id: number): Promise<number> {
    const { stdout } = await machine.execute("zfsadmin audit export");
    const rows = lines<{ table: string; id: number; row: { pid: number } }>(stdout);
    return rows.find((entry) => entry.table === "change" && entry.id === id)?.row.pid ?? 0;
}

/** What was done to a pool since it was made, by its own account, which also counts the trying of keys. */
export async function history(machine: Machine, pool: string): Promise<string[]> {
    const { stdout } = await machine.execute(`zpool sync ${pool} && zpool history ${pool}`);
    const [, ...entries] = stdout.split("\n").filter((line) => /^\d{4}-/.test(line));
    return entries
        .map((line) => line.slice(line.indexOf(" ") + 1))
        .filter((line) => !line.startsWith("zfs load-key -n "));
}

/**
 * The audit is what was written, and it is true: what it says was done to the pool is what the pool says, in that
 * order. Of a change whose end nobody knows it says nothing, so it may be there or not.
 */
export async function expectTrueAudit(machine: Machine, pool: string, since: number): Promise<void> {
    const rows = await audit(machine, since);
    const spelled = (state: string) =>
        rows.filter((row) => row.state === state).map(({ argv }) => argv.join(" "));
    const unknown = spelled("unknown");
    const known = (await history(machine, pool)).filter((line) => !unknown.includes(line));
    expect(known).toEqual(spelled("done"));
    const { stdout, exitCode } = await machine.execute("zfsadmin audit verify", { check: false });
    expect({ stdout, exitCode }).toEqual({
        stdout: expect.stringMatching(/^{"kind":"summary"/),
        exitCode: 0,
    });
}
