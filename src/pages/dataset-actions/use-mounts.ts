import { useEffect, useState } from "react";

import { readMounts } from "../../backend/mounts.ts";
import { useDatasetNews } from "../../store/hooks.ts";

/**
 * /proc/self/mounts, read again whenever something may have changed; undefined while it is not known.
 *
 * @param isWanted nothing is read before
 * @param before what was known of it before the first reading
 */
export function useMounts(isWanted: boolean, before?: string): string | undefined {
    const count = useDatasetNews();
    const [mounts, setMounts] = useState(before);
    useEffect(() => {
        if (!isWanted) return undefined;
        let isHere = true;
        void readMounts().then((text) => isHere && setMounts(text));
        return () => {
            isHere = false;
        };
    }, [isWanted, count]);
    return mounts;
}
