import { Skeleton } from "@patternfly/react-core/dist/esm/components/Skeleton/index.js";
import { useEffect, useState } from "react";

import { _ } from "../i18n.ts";

/**
 * Milliseconds: nothing is shown at first, so that what comes quickly does not flicker; and what is waited for is only
 * said to somebody who has begun to ask themselves.
 */
const patience = { nothing: 300, words: 5_000 };

interface WaitingProps {
    /** What is waited for: "Waiting for ZFS to list the pools". */
    readonly what: string;
    readonly lines?: number;
}

/**
 * Stands where something will be: nothing at first, then lines in grey, and after a while what it waits for. There is
 * nothing to cancel: whoever asks gives up by themselves after a time, and tells it in this place.
 */
export const Waiting = ({ what, lines = 4 }: WaitingProps) => {
    const [shown, setShown] = useState<"nothing" | "lines" | "words">("nothing");
    useEffect(() => {
        const timers = [
            setTimeout(() => setShown("lines"), patience.nothing),
            setTimeout(() => setShown("words"), patience.words),
        ];
        return () => timers.forEach(clearTimeout);
    }, []);

    if (shown === "nothing") return null;
    // in the place of the first line, so that nothing moves
    return (
        <div className="zfs-stack" role="status">
            {shown === "words" && <p className="zfs-quiet">{what}</p>}
            {Array.from({ length: lines }, (_unused, line) =>
                line === 0 && shown === "words" ? null : (
                    <Skeleton key={line} screenreaderText={line === 0 ? _("Loading") : ""} />
                ),
            )}
        </div>
    );
};
