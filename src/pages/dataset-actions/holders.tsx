import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { useState } from "react";

import { readUses } from "../../backend/destroy-plan.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { useDatasetNews } from "../../store/hooks.ts";
import { Points } from "../../ui/points.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import { mountUses } from "../../zfs/contents.ts";
import { holderLines, mapsNotRead } from "../pool/contents-text.ts";
import { Problem } from "../problem.tsx";

interface HoldersProps {
    readonly dataset: string;
    /** What is said of those that there are. */
    readonly remark?: string;
    /** It is asked again when this changes: processes come and go without a word. */
    readonly news?: string;
    /** Only what keeps filesystems mounted is told. */
    readonly isUnmounting?: boolean;
}

/** Who holds a dataset or something in it, for which ZFS would call it busy. */
export const Holders = ({ dataset, remark, news = "", isUnmounting = false }: HoldersProps) => {
    const [looks, setLooks] = useState(0);
    const answer = useAnswer(() => readUses([dataset]), `${news} ${looks} ${dataset}`);
    switch (answer.kind) {
        case "waiting":
            return <Waiting what={_("Finding out what is in use")} lines={1} />;
        case "failed":
            return <Problem title={_("What is in use could not be found out")} error={answer.error} />;
        case "ready": {
            const lines = holderLines(isUnmounting ? mountUses(answer.value) : answer.value);
            const lookAgain = (
                <Button variant="link" isInline onClick={() => setLooks(looks + 1)}>
                    {_("Look again")}
                </Button>
            );
            if (lines.length === 0)
                return (
                    <p>
                        {_("No process, swap, mount or other device was found that holds it.")}{" "}
                        {!answer.value.mapsRead && mapsNotRead()} {lookAgain}
                    </p>
                );
            return (
                <div>
                    {remark !== undefined && <p className="zfs-headline">{_("In use now")}</p>}
                    <Points points={lines} label={_("In use now")} />
                    <p>
                        {remark} {lookAgain}
                    </p>
                </div>
            );
        }
    }
};

/** Who holds something that is about to be unmounted, or renamed. */
export const InTheWay = ({
    dataset,
    isUnmounting = false,
}: Pick<HoldersProps, "dataset" | "isUnmounting">) => (
    <Holders
        {...{ dataset, isUnmounting }}
        remark={_("End this first: ZFS refuses as long as something is held.")}
        news={useDatasetNews()}
    />
);
