import { changes } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import { pools } from "../../store/pools.ts";
import { poolOf } from "../../zfs/dataset.ts";
import { poolObstacle } from "../change/obstacle.ts";
import { useHostObstacle } from "../change/use-obstacle.ts";

/** Why no change can be made of a dataset, as far as its pool and the host have to do with it; undefined when one can. */
export function useDatasetObstacle(name: string): string | undefined {
    const running = useStore(changes);
    const state = useStore(pools);
    const host = useHostObstacle();
    const entry =
        state.kind === "ready" ? state.pools.find(({ usage }) => usage.name === poolOf(name)) : undefined;
    return host ?? (entry && poolObstacle(entry, running));
}
