import type { AuditPage, AuditRange } from "../../../src/backend/audit.ts";
import { AuditReader } from "../../../src/store/audit-reader.ts";
import type { AuditState } from "../../../src/store/audit-reader.ts";
import type { Change } from "../../../src/zfs/audit.ts";
import { parseAudit } from "../../../src/zfs/parse/audit.ts";

/** A host with recorded changes, of which one call gives three at most. */
class Host {
    readonly auditPage = 3;
    readonly calls: AuditRange[] = [];
    state: AuditState = { kind: "waiting" };
    problem: Error | undefined;
    whole = { isOfNewer: false, journalOnly: 0 };
    /** The newest first. */
    #rows: readonly Change[] = [];
    readonly reader = new AuditReader({
        readAudit: (range) => this.#readAudit(range),
        auditPage: this.auditPage,
        setState: (state) => (this.state = state),
    });

    /** Records changes up to this number; those in `running` are not over, all others are. */
    record(newest: number, running: readonly number[] = []): void {
        const lines = Array.from({ length: newest }, (_, index) => newest - index).map((id) =>
            JSON.stringify({
                id,
                time: id,
                argv: ["zpool"],
                state: running.includes(id) ? "running" : "done",
            }),
        );
        this.#rows = parseAudit(lines.join("\n")).changes;
    }

    get shown(): string {
        if (this.state.kind !== "ready") return this.state.kind;
        const changes = this.state.changes.map(({ id, state }) => (state === "running" ? `${id}…` : `${id}`));
        return [...changes, ...(this.state.isComplete ? ["end"] : [])].join(" ");
    }

    async #readAudit(range: AuditRange): Promise<AuditPage> {
        this.calls.push(range);
        await Promise.resolve();
        if (this.problem) throw this.problem;
        const { before = Infinity, since = 0 } = range as {
            readonly before?: number;
            readonly since?: number;
        };
        const found = this.#rows.filter(({ id }) => id < before && id > since);
        return { changes: found.slice(0, this.auditPage), ...this.whole };
    }
}

async function hostWith(newest: number, running: readonly number[] = []): Promise<Host> {
    const host = new Host();
    host.record(newest, running);
    await host.reader.refresh();
    host.calls.length = 0;
    return host;
}

test("first the newest, then older ones as they are asked for", async () => {
    const host = await hostWith(5);
    expect(host.shown).toBe("5 4 3");
    await host.reader.loadOlder();
    expect(host.shown).toBe("5 4 3 2 1 end");
    await host.reader.loadOlder();
    expect(host.calls).toEqual([{ before: 3 }]);
});

test("an end that is the end of a page is found, too", async () => {
    const host = await hostWith(3);
    expect(host.shown).toBe("3 2 1");
    await host.reader.loadOlder();
    expect(host.shown).toBe("3 2 1 end");
});

test("no changes are known to be none, and the first one is seen", async () => {
    const host = await hostWith(0);
    expect(host.shown).toBe("end");
    host.record(1);
    await host.reader.refresh();
    expect(host.shown).toBe("1 end");
});

test("only what is newer is read again", async () => {
    const host = await hostWith(5);
    host.record(6);
    await host.reader.refresh();
    expect([host.shown, host.calls]).toEqual(["6 5 4 3", [{ since: 5 }]]);
});

test("what runs is read again until it is over", async () => {
    const host = await hostWith(5, [4]);
    expect(host.shown).toBe("5 4… 3");
    host.record(6);
    await host.reader.refresh();
    expect([host.shown, host.calls]).toEqual(["6 5 4 3", [{ since: 3 }]]);
});

test("more news than fit on a page leave no gap", async () => {
    const host = await hostWith(2);
    host.record(10);
    await host.reader.refresh();
    expect(host.shown).toBe("10 9 8 7 6 5 4 3 2 1 end");
    expect(host.calls).toEqual([{ since: 2 }, { before: 8 }, { before: 5 }]);
});

test("a failure keeps what is known, and is gone with the next answer", async () => {
    const host = await hostWith(5);
    host.problem = new Error("no");
    await host.reader.refresh();
    expect(host.state).toMatchObject({ kind: "ready", problem: host.problem });
    expect(host.shown).toBe("5 4 3");
    host.problem = undefined;
    await host.reader.refresh();
    expect(host.state).not.toHaveProperty("problem");
});

test("a failure before anything is known is told, and tried again", async () => {
    const host = new Host();
    host.problem = new Error("no");
    await host.reader.refresh();
    expect(host.state).toEqual({ kind: "failed", error: host.problem });
    host.problem = undefined;
    host.record(1);
    await host.reader.refresh();
    expect(host.shown).toBe("1 end");
});

test("what is to be said of the whole record is as the last call had it", async () => {
    const host = new Host();
    host.record(2);
    for (const whole of [
        { isOfNewer: true, journalOnly: 3 },
        { isOfNewer: false, journalOnly: 0 },
    ]) {
        host.whole = whole;
        await host.reader.refresh();
        expect(host.shown).toBe("2 1 end");
        expect(host.state).toMatchObject(whole);
    }
});

test("what is asked for during a read is one more read", async () => {
    const host = await hostWith(5);
    const first = host.reader.refresh();
    for (let n = 0; n < 10; n++) void host.reader.refresh();
    void host.reader.loadOlder();
    await first;
    expect(host.calls).toEqual([{ since: 5 }, { since: 5 }, { before: 3 }]);
});

test("a reader that was stopped says nothing more", async () => {
    const host = new Host();
    host.record(5);
    const read = host.reader.refresh();
    host.reader.stop();
    await read;
    expect(host.state).toEqual({ kind: "waiting" });
});
