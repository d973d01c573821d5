import { basename } from "node:path";
import type { Machine } from "./machine.ts";
import { quote } from "./process.ts";

/** Installs a Debian package in the guest as an administrator would; what it depends on is in the image. */
export async function installDeb(machine: Machine, file: string): Promise<void> {
    const remote = `/tmp/${basename(file)}`;
    await machine.upload(file, remote);
    await machine.execute(`DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes ${quote(remote)}`, {
        timeoutMs: 600_000,
    });
}
