import { fullFolders } from "../../../src/backend/dataset-facts.ts";
import { processes } from "../fakes/cockpit.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

beforeEach(() => {
    processes.length = 0;
});

test("many folders are looked into by one process, and those that are missing do not hide the others", async () => {
    const found = fullFolders(["/srv/a", "/srv/b\nc", "/srv/gone"]);
    await Promise.resolve();
    expect(processes.map(({ argv }) => argv)).toEqual([
        [
            ...["find", "/srv/a", "/srv/b\nc", "/srv/gone"],
            ...["-maxdepth", "0", "-type", "d", "!", "-empty", "-print0"],
        ],
    ]);
    processes[0]?.say(bytes("/srv/b\nc\0"));
    processes[0]?.fail({ exit_status: 1, message: "find: '/srv/gone': No such file or directory" });
    expect(await found).toEqual(["/srv/b\nc"]);
});

test("no folder is no process", async () => {
    expect(await fullFolders([])).toEqual([]);
    expect(processes).toEqual([]);
});
