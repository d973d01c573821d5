import { useState } from "react";

/** A text that changes in place: when it has changed, it glows for a second (not where less motion is wanted). */
export const LiveText = ({ children: text }: { readonly children: string }) => {
    const [shown, setShown] = useState({ text, changes: 0 });
    if (shown.text !== text) setShown({ text, changes: shown.changes + 1 });
    return (
        // a new key makes a new element, which begins its animation anew
        <span key={shown.changes} className={shown.changes > 0 ? "zfs-glow" : undefined}>
            {text}
        </span>
    );
};
