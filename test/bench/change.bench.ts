// What the helper adds to a change: the time until the command starts, beside that of a bare Python. Figures are
// printed, nothing is judged by them.
import { disks, test } from "../e2e/fixtures.ts";

const [disk = ""] = disks;

/** Prints the median of 15 starts of Python, and of 15 changes until "started", in seconds. */
const program = `
import json, statistics, subprocess, time

def python():
    begin = time.monotonic()
    subprocess.run(["python3", "-I", "-c", "pass"], check=True)
    return time.monotonic() - begin

def change():
    begin = time.monotonic()
    argv = ["zfsadmin", "execute", "--", "zpool", "set", "comment=bench", "tank"]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, text=True) as helper:
        for line in helper.stdout:
            if json.loads(line)["kind"] == "started":
                started = time.monotonic() - begin
    return started

for measure in (python, change):
    measure()
    print(statistics.median(measure() for _ in range(15)))
`;

test("a change until its command starts", async ({ machine }) => {
    await machine.execute(["make-pool", "tank", disk]);
    await machine.write("/root/bench.py", program);
    const { stdout } = await machine.execute("python3 /root/bench.py");
    const [python = NaN, change = NaN] = stdout.trim().split("\n").map(Number);
    console.log(`python3 -I -c pass ${python.toFixed(3)} s, until started ${change.toFixed(3)} s`);
    console.log(`ratio ${(change / python).toFixed(1)}`);
});
