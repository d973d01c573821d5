import { readPoolContents } from "../../backend/contents.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import type { Answer } from "../../store/answer.ts";
import { useStore } from "../../store/hooks.ts";
import { readings } from "../../store/readings.ts";
import { Points } from "../../ui/points.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import { isInUse } from "../../zfs/contents.ts";
import type { PoolContents } from "../../zfs/contents.ts";
import { Problem } from "../problem.tsx";

import { inUseLines } from "./contents-text.ts";

/** What is in a pool, read again whenever something may have changed; with its snapshots for who has to know them. */
export const usePoolContents = (pool: string, withSnapshots = false): Answer<PoolContents> =>
    useAnswer(() => readPoolContents(pool, withSnapshots), `${useStore(readings)} ${pool}`);

/** What is in use of a pool that is about to go. */
export const InUse = ({ contents }: { readonly contents: Answer<PoolContents> }) => {
    switch (contents.kind) {
        case "waiting":
            return <Waiting what={_("Finding out what is in use")} lines={2} />;
        case "failed":
            return <Problem title={_("What is in use could not be found out")} error={contents.error} />;
        case "ready": {
            const lines = inUseLines(contents.value);
            if (lines.length === 0) return <p>{_("Nothing of it is in use now.")}</p>;
            return (
                <div>
                    <p className="zfs-headline">{_("In use now")}</p>
                    <Points points={lines} label={_("In use now")} />
                    {isInUse(contents.value.uses) && (
                        <p>
                            {_(
                                "End this first: ZFS refuses as long as something is held, and may have unmounted other filesystems by then.",
                            )}
                        </p>
                    )}
                </div>
            );
        }
    }
};
