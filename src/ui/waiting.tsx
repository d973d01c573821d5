import { Skeleton } from "@patternfly/react-core/dist/esm/components/Skeleton/index.js";
import { useEffect, useState } from "react";

import { _ } from "../i18n.ts";

/** Milliseconds for which nothing is shown, so that what comes quickly does not flicker. */
const patience = 300;

/** Stands where something will be: nothing at first, then lines in grey. */
export const Waiting = ({ lines = 4 }: { readonly lines?: number }) => {
    const [shown, setShown] = useState(false);
    useEffect(() => {
        const timer = setTimeout(() => setShown(true), patience);
        return () => clearTimeout(timer);
    }, []);

    if (!shown) return null;
    return (
        <div className="zfs-stack" role="status">
            {Array.from({ length: lines }, (_unused, line) => (
                <Skeleton key={line} screenreaderText={line === 0 ? _("Loading") : ""} />
            ))}
        </div>
    );
};
