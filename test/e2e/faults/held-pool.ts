import type { Machine } from "../../vm/machine.ts";
import { disks, test as base } from "../fixtures.ts";

export { expect } from "../fixtures.ts";

/**
 * A pool on a device that can be held still: what is written to it then neither fails nor ends, so that a command that
 * changes the pool runs for exactly as long as a test wants. What only reads goes on.
 */
export class HeldPool {
    private constructor(
        private readonly machine: Machine,
        readonly name: string,
    ) {}

    static async make(machine: Machine, name: string, disk: string): Promise<HeldPool> {
        await machine.execute(
            `dmsetup create ${name} --table "0 $(blockdev --getsz ${disk}) linear ${disk} 0"`,
        );
        const pool = new HeldPool(machine, name);
        try {
            await machine.execute(`make-pool ${name} /dev/mapper/${name}`);
        } catch (error) {
            await pool.remove();
            throw error;
        }
        return pool;
    }

    /** What was done before is on the disk; nothing is from now on. */
    async hold(): Promise<void> {
        await this.machine.execute(
            `zpool sync ${this.name} && dmsetup suspend --noflush --nolockfs ${this.name}`,
        );
    }

    async release(): Promise<void> {
        await this.machine.execute(`dmsetup resume ${this.name}`);
    }

    /** Makes a pool of the same name in its place: another one, with another guid. */
    async replace(): Promise<void> {
        await this.machine.execute(
            `zpool destroy -f ${this.name} && make-pool ${this.name} /dev/mapper/${this.name}`,
        );
    }

    /** No pool, no device. */
    async remove(): Promise<void> {
        await this.release();
        await this.machine.execute(`
            zpool list -Ho name ${this.name} 2>/dev/null && zpool destroy -f ${this.name}
            dmsetup remove --retry ${this.name}`);
    }
}

/** A test with `tank`, a pool that can be held still, on the machine that tests share. */
export const test = base.extend<{ readonly tank: HeldPool }>({
    tank: async ({ machine }, use) => {
        const pool = await HeldPool.make(machine, "tank", disks[0] ?? "");
        await use(pool);
        await pool.remove();
    },
});
