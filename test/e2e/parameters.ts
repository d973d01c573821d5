// The parameters of the ZFS module, by which its work is held still.
import type { Machine } from "../vm/machine.ts";

interface Parameter {
    readonly name: string;
    readonly value: number;
}

/** Does something while a parameter of the module has another value. */
export async function whileParameter(
    machine: Machine,
    { name, value }: Parameter,
    work: () => Promise<void>,
): Promise<void> {
    const file = `/sys/module/zfs/parameters/${name}`;
    const before = (await machine.execute(`cat ${file}; echo ${value} >${file}`)).stdout.trim();
    try {
        await work();
    } finally {
        await machine.execute(`echo ${before} >${file}`);
    }
}
