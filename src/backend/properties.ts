import type { Vdev } from "../zfs/model.ts";
import { GET_COLUMNS, parseGet, parseGetJson } from "../zfs/parse/get.ts";
import type { Property } from "../zfs/property.ts";
import { GET_JSON, GET_TEXT } from "../zfs/reads.ts";

import { HostError } from "./errors.ts";
import { jsonOrText } from "./json-or-text.ts";
import { readAs } from "./read-as.ts";
import { listTimeout } from "./read.ts";

/**
 * All properties of a pool.
 *
 * @throws HostError, UnreadableOutput
 */
export const readPoolProperties = (pool: string): Promise<readonly Property[]> => readProperties([pool]);

/**
 * All properties of a vdev; none before 2.2, where vdevs have no properties.
 *
 * @throws HostError, UnreadableOutput
 */
export async function readVdevProperties(pool: string, vdev: Vdev): Promise<readonly Property[]> {
    try {
        return await readProperties([pool, vdev.guid ?? vdev.name]);
    } catch (error) {
        // an old zpool takes the vdev for the name of another pool
        if (error instanceof HostError && error.argv.includes(GET_COLUMNS)) return [];
        throw error;
    }
}

const readProperties = (names: readonly string[]): Promise<readonly Property[]> =>
    jsonOrText(
        () => readAs([...GET_JSON, ...names], listTimeout, parseGetJson),
        () => readAs([...GET_TEXT, ...names], listTimeout, parseGet),
    );
