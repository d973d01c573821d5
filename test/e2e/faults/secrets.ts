// How tests know whose key a dataset has, and where they look for traces of a secret.
import type { Machine } from "../../vm/machine.ts";

/** Whether ZFS itself says that this is the key of the dataset. */
export async function isKey(machine: Machine, name: string, key: Buffer): Promise<boolean> {
    await machine.write("/root/key", key);
    const check = await machine.execute(`zfs load-key -n -L file:///root/key ${name}`, { check: false });
    await machine.execute("rm /root/key");
    return check.exitCode === 0;
}

/** How a passphrase may be written. */
export const formsOf = (passphrase: string): readonly string[] => [
    passphrase,
    encodeURIComponent(passphrase),
    Buffer.from(passphrase).toString("hex"),
    Buffer.from(passphrase).toString("base64").slice(0, 32),
];

/** The passphrase to look for, and how it may be written. */
export const canary = "canary sings 4711 at dawn";
export const forms = formsOf(canary);

/** Prints the places where a line of the file $1 stands. */
const hunt = `
has() { grep -qaF -f $1; }
for file in cmdline environ; do
    cat /proc/[0-9]*/$file 2>/dev/null | tr '\\0' ' ' | has $1 && echo $file
done
journalctl --quiet --all --output=export | has $1 && echo journal
cat /var/lib/zfsadmin/* | has $1 && echo database
grep -rqaF -D skip -f $1 /tmp /run /var/tmp /var/lib/zfsadmin /var/log/*.log && echo files
true`;

export async function findTraces(machine: Machine, texts: readonly string[]): Promise<Set<string>> {
    await machine.write("/root/traces", texts.join("\n") + "\n");
    const { stdout } = await machine.execute(`set -- /root/traces; ${hunt}`);
    return new Set(stdout.split("\n").filter((place) => place !== ""));
}
