import type { PoolEntry } from "../store/pools.ts";

import { StateLabel } from "./state-label.tsx";

/** The state of a pool, which is doubtful while the pool does not answer, writes nothing or cannot be read. */
export const PoolState = ({ entry }: { readonly entry: PoolEntry }) => {
    const { usage, problem, silentSince, hungSince } = entry;
    const isDoubtful = problem !== undefined || silentSince !== undefined || hungSince !== undefined;
    return <StateLabel state={usage.health} isDoubtful={isDoubtful} />;
};
