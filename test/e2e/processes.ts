// Which processes Cockpit starts in a guest, every descendant counted, as the kernel tells them to whoever listens
// (drivers/connector/cn_proc.c).
import type { Machine } from "../vm/machine.ts";

/**
 * Writes a line to standard output for each process that descends from a bridge of Cockpit: its number when it is made,
 * its number and command line when it becomes a program. Threads are none. "listening" comes first.
 */
const listener = String.raw`
import os, socket, struct

FORK, EXEC = 1, 2

def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""

bridges = {int(pid) for pid in os.listdir("/proc") if pid.isdigit() and read(f"/proc/{pid}/comm") == b"cockpit-bridge\n"}
kernel = socket.socket(socket.AF_NETLINK, socket.SOCK_DGRAM, 11)
kernel.setsockopt(socket.SOL_SOCKET, 33, 1 << 24)  # SO_RCVBUFFORCE
kernel.bind((os.getpid(), 1))
kernel.send(struct.pack("=IHHII IIIIHH I", 40, 3, 0, 0, os.getpid(), 1, 1, 0, 0, 4, 0, 1))
print("listening", flush=True)
while True:
    event = kernel.recv(4096)[36:]
    what, = struct.unpack_from("=I", event)
    if what == FORK:
        _, parent, task, child = struct.unpack_from("=IIII", event, 16)
        if parent in bridges and task == child:
            bridges.add(child)
            print(child, flush=True)
    elif what == EXEC:
        _, pid = struct.unpack_from("=II", event, 16)
        if pid in bridges:
            print(pid, read(f"/proc/{pid}/cmdline").replace(b"\0", b" ").decode("utf-8", "replace"), flush=True)
`;

const unit = "watch-processes";
const told = `/run/${unit}`;

/** Begins to watch what the bridges that run now start. */
export async function watchProcesses(machine: Machine): Promise<void> {
    await machine.write(`${told}.py`, listener);
    // of an earlier watch, which would be taken for the beginning of this one
    await machine.execute(["rm", "-f", told]);
    await machine.execute(`systemd-run --quiet --collect --unit=${unit} --property=StandardOutput=truncate:${told} \
        python3 ${told}.py && until grep -qs listening ${told}; do sleep 0.1; done`);
}

/** What was started since `watchProcesses`: the command line of each process, or "" of one that became no other program. */
export async function seenProcesses(machine: Machine): Promise<readonly string[]> {
    const processes = new Map<string, string>();
    const { stdout } = await machine.execute(["cat", told]);
    for (const line of stdout.split("\n").slice(1, -1)) {
        const [, pid = "", program = ""] = /^(\d+) ?(.*)$/.exec(line) ?? [];
        processes.set(pid, program.trim() || (processes.get(pid) ?? ""));
    }
    return [...processes.values()];
}

/** Ends what `watchProcesses` began, if it did. */
export const stopWatching = (machine: Machine) =>
    machine.execute(["systemctl", "stop", unit], { check: false });
