import { join } from "node:path";
import { run } from "./process.ts";

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
