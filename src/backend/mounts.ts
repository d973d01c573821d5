import { FOLLOW_MOUNTS } from "../zfs/reads.ts";

import { readText } from "./files.ts";
import { asAdmin } from "./spawn.ts";
import { openStream } from "./stream.ts";
import type { Listener, Stream } from "./stream.ts";

/** What is mounted, see proc_pid_mounts(5); undefined when that does not come. Starts no process. */
export const readMounts = (): Promise<string | undefined> => readText("/proc/self/mounts");

/** Starts to tell whenever a ZFS filesystem was mounted or unmounted, which makes no event. Anybody may. */
export const openMounts = ({ onItem, onEnd }: Listener<undefined>): Stream =>
    openStream(FOLLOW_MOUNTS, asAdmin, { onItem: () => onItem(undefined), onEnd });
