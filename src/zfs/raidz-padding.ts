import { draidBlock, raidzBlock } from "./layout/space.ts";
import type { Pool, Vdev } from "./model.ts";
import { parityOf, raidzOrDraid } from "./redundancy.ts";

/** Sectors of 4 KiB, as nearly all disks have. */
const ASHIFT = 12n;
/** The block for which ZFS reckons what is free. */
const STANDARD = 1n << 17n;
/** What a block may take more than that before a person is told: a tenth. */
const TOLERANCE = 1.1;
const [SMALLEST, LARGEST] = [12, 17];

/** How blocks of a volume fare on a raidz. */
export interface Padding {
    /** The vdev on which they fare worst: `raidz2-0`. */
    readonly vdev: string;
    readonly disks: number;
    /** How many times the space they take that ZFS reckons with: 1 is none more. */
    readonly factor: number;
    /** Bytes of the smallest block that fares well. */
    readonly better: bigint;
}

/**
 * What blocks of a size cost on the raidz and draid vdevs of a pool, with their parity in whole sectors, padded; and
 * with sectors of 4 KiB. Undefined where it is no more than ZFS reckons with.
 *
 * @param block bytes
 */
export function paddingOf(pool: Pool, block: bigint): Padding | undefined {
    const worst = pool.root.children
        .filter(raidzOrDraid)
        .map((vdev) => ({ vdev, factor: factorOf(vdev, block) }))
        .toSorted((one, other) => other.factor - one.factor)[0];
    if (!worst || worst.factor <= TOLERANCE) return undefined;
    const { vdev, factor } = worst;
    return { vdev: vdev.name, disks: vdev.children.length, factor, better: goodBlock(vdev) };
}

const factorOf = (vdev: Vdev, block: bigint): number => cost(vdev, block) / cost(vdev, STANDARD);

/** Bytes on the disks for each byte of a block. */
function cost(vdev: Vdev, block: bigint): number {
    const parity = BigInt(parityOf(vdev));
    const draid = /:(\d+)d:/.exec(vdev.name)?.[1];
    const taken =
        vdev.kind === "draid" && draid !== undefined
            ? draidBlock(BigInt(draid), parity, ASHIFT, block)
            : raidzBlock(BigInt(vdev.children.length), parity, ASHIFT, block);
    return Number(taken) / Number(block);
}

function goodBlock(vdev: Vdev): bigint {
    for (let exponent = SMALLEST; exponent < LARGEST; exponent += 1) {
        const block = 1n << BigInt(exponent);
        if (factorOf(vdev, block) <= TOLERANCE) return block;
    }
    return STANDARD;
}
