import { _ } from "../../i18n.ts";
import { changes } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import { pools } from "../../store/pools.ts";
import { poolOf } from "../../zfs/dataset.ts";
import { poolObstacle } from "../change/obstacle.ts";
import { useHostObstacle } from "../change/use-obstacle.ts";
import { isReadOnly } from "../obstacle-words.ts";

/** Why no dataset of some can be changed; undefined when all can. */
export function useDatasetsObstacle(names: readonly string[]): string | undefined {
    const host = useHostObstacle();
    const running = useStore(changes);
    const state = useStore(pools);
    if (host !== undefined) return host;
    if (state.kind !== "ready") return undefined;
    const own = new Set(names.map(poolOf));
    for (const entry of state.pools.filter(({ usage }) => own.has(usage.name))) {
        const reason = poolObstacle(entry, running) ?? (entry.usage.readonly ? isReadOnly() : undefined);
        if (reason !== undefined) return reason;
    }
    return names.length === 0 ? _("Nothing is chosen") : undefined;
}
