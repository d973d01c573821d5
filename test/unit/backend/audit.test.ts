import { readAudit } from "../../../src/backend/audit.ts";
import { processes } from "../fakes/cockpit.ts";

const row = '{"id":7,"time":5,"argv":["zpool","scrub","tank"],"state":"done"}\n';
const newest = () => processes.at(-1)?.argv.join(" ");
const say = (text: string) => processes.at(-1)?.say(new TextEncoder().encode(text));
const fail = (status: number, message: string) =>
    processes.at(-1)?.fail({ problem: null, exit_status: status, message });

test("recorded changes are what the helper prints", async () => {
    const page = readAudit({ since: 3 });
    expect(newest()).toBe("zfsadmin audit list --json --limit 1000 --since 3");
    say(`${row}{"journalOnly":2}\n`);
    processes.at(-1)?.end(new Uint8Array());
    expect(await page).toMatchObject({
        changes: [{ id: 7, state: "done" }],
        ...{ isOfNewer: false, journalOnly: 2 },
    });
});

test("those in a database of a newer helper are read all the same", async () => {
    const page = readAudit({});
    say(row.slice(0, 20));
    say(row.slice(20));
    fail(75, "the database belongs to a newer zfsadmin");
    expect(await page).toMatchObject({ changes: [{ id: 7 }], isOfNewer: true });
});

test("any other failure gives none", async () => {
    const page = readAudit({});
    say(row);
    fail(74, "the database cannot be read");
    await expect(page).rejects.toThrow("the database cannot be read");
});
