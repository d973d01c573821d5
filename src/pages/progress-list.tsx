import {
    Progress,
    ProgressMeasureLocation,
} from "@patternfly/react-core/dist/esm/components/Progress/index.js";

import { hostTime } from "../backend/clock.ts";
import { _ } from "../i18n.ts";
import { useTicks } from "../ui/use-ticks.ts";
import type { Pool } from "../zfs/model.ts";

import { progressLines } from "./progress-text.ts";

/** What a pool did last and does now: a line each, with a bar under what runs. */
export const ProgressList = ({ pool }: { readonly pool: Pool }) => {
    useTicks();
    return (
        <ul className="zfs-lines" aria-label={_("Scrub and other work")}>
            {progressLines(pool, hostTime()).map(({ text, time, percent }, index) => (
                <li key={index}>
                    <span title={time}>{text}</span>
                    {percent !== undefined && (
                        <Progress
                            aria-label={text}
                            value={Math.min(percent, 100)}
                            measureLocation={ProgressMeasureLocation.none}
                            size="sm"
                        />
                    )}
                </li>
            ))}
        </ul>
    );
};
