import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { useState } from "react";

import { readUses } from "../../backend/destroy-plan.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { useDatasetNews } from "../../store/hooks.ts";
import { Points } from "../../ui/points.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import { holderLines } from "../pool/contents-text.ts";
import { Problem } from "../problem.tsx";

/** Who holds a dataset or something in it, for which ZFS would call it busy. */
export const Holders = ({ dataset }: { readonly dataset: string }) => {
    const [looks, setLooks] = useState(0);
    const answer = useAnswer(() => readUses([dataset]), `${useDatasetNews()} ${looks} ${dataset}`);
    switch (answer.kind) {
        case "waiting":
            return <Waiting lines={1} />;
        case "failed":
            return <Problem title={_("What is in use could not be found out")} error={answer.error} />;
        case "ready": {
            const lines = holderLines(answer.value);
            if (lines.length === 0) return <p>{_("Nothing of it is in use now.")}</p>;
            return (
                <div>
                    <p className="zfs-headline">{_("In use now")}</p>
                    <Points points={lines} label={_("In use now")} />
                    <p>
                        {_("End this first: ZFS refuses as long as something is held.")}{" "}
                        <Button variant="link" isInline onClick={() => setLooks(looks + 1)}>
                            {_("Look again")}
                        </Button>
                    </p>
                </div>
            );
        }
    }
};
