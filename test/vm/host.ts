import { join } from "node:path";
import { asRoot, run, runOrThrow } from "./process.ts";

const oldestQemu = 10;

/** Installs what the test bed needs here; throws an error that names what is missing if that cannot be done. */
export async function needHost(): Promise<void> {
    if (process.platform !== "linux" || process.arch !== "x64") {
        throw new Error(`the test bed needs Linux on x86_64; this is ${process.platform} on ${process.arch}`);
    }
    const need = await run([join(import.meta.dirname, "../../tools/need"), "vm"]);
    if (need.exitCode !== 0) throw new Error(need.stderr.trim());
    const { stdout } = await run(["qemu-system-x86_64", "--version"]);
    const version = /version (\d+)/.exec(stdout)?.[1] ?? "none";
    if (!(Number(version) >= oldestQemu)) {
        throw new Error(`the test bed needs QEMU ${oldestQemu} or later; there is ${version}`);
    }
}

/** The flags of unshare(1) with which a guest is installed, so that its mounts and processes end with it. */
export const box = ["--mount", "--pid", "--fork", "--kill-child"];

/** Throws an error that says so if this machine does not let us install a guest, whose packages think they are a system. */
export async function needRoot(): Promise<void> {
    try {
        await runOrThrow(asRoot(["unshare", ...box, "--", "mount", "-t", "tmpfs", "tmpfs", "/run"]));
    } catch (error) {
        const words =
            "A guest is installed as root (by a person: through sudo) in mount and process namespaces of its own,\n" +
            "and this machine does not allow that (in a container: CAP_SYS_ADMIN):";
        throw new Error(words, { cause: error });
    }
}
