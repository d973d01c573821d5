import type { IoSample } from "../zfs/parse/iostat.ts";
import { parseIoSample } from "../zfs/parse/iostat.ts";
import { iostat } from "../zfs/reads.ts";

import { asAdmin } from "./spawn.ts";
import { openStream } from "./stream.ts";
import type { Listener, Stream } from "./stream.ts";

/** Seconds that a sample spans. */
const interval = 5;

/**
 * Starts `zpool iostat` for all pools of now: before 2.4 it never shows one that is made after its start. It ends by
 * itself when there are no pools.
 */
export const openIostat = ({ onItem, onEnd }: Listener<IoSample>): Stream =>
    openStream(iostat(interval), asAdmin, {
        onItem: (line) => {
            const sample = parseIoSample(line);
            if (sample) onItem(sample);
        },
        onEnd,
    });
