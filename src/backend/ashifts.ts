import type { Pool } from "../zfs/model.ts";
import { toLines } from "../zfs/parse/parse-error.ts";
import { ashiftsOf } from "../zfs/reads.ts";
import { count } from "../zfs/size.ts";
import { vitalVdevs } from "../zfs/vdevs.ts";

import { HostError } from "./errors.ts";
import { readAs } from "./read-as.ts";
import { listTimeout } from "./read.ts";

/**
 * The block sizes of the vdevs of a pool, as exponents of 2; none before 2.2, where vdevs have no properties.
 *
 * @throws UnreadableOutput
 */
export async function readAshifts(pool: Pool): Promise<readonly number[]> {
    const guids = vitalVdevs(pool).flatMap(({ guid }) => guid ?? []);
    if (guids.length === 0) return [];
    try {
        const lines = await readAs(ashiftsOf(pool.name, guids), listTimeout, toLines);
        // 0 is that of what is not there
        return lines.flatMap(({ text }) => count(text) || []);
    } catch (error) {
        if (error instanceof HostError) return [];
        throw error;
    }
}
