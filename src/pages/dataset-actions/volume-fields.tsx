import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useId } from "react";

import { _ } from "../../i18n.ts";
import { TextField } from "../../ui/text-field.tsx";
import type { DatasetDraft, DraftProblem } from "../../zfs/dataset-draft.ts";
import type { Padding } from "../../zfs/raidz-padding.ts";

import { draftProblemText, paddingText } from "./draft-text.ts";

interface VolumeFieldsProps {
    readonly draft: DatasetDraft;
    /** What is wrong with its size. */
    readonly problem: DraftProblem | undefined;
    /** Bytes of its blocks, as far as they are known. */
    readonly block: bigint | undefined;
    readonly padding: Padding | undefined;
    readonly onDraft: (news: Partial<DatasetDraft>) => void;
}

/** How large a volume is, and what that takes. */
export const VolumeFields = ({ draft, problem, block, padding, onDraft }: VolumeFieldsProps) => {
    const field = useId();
    const { size, isSparse } = draft;
    return (
        <>
            <TextField
                label={_("Size")}
                value={size}
                help={_("Such as 32G")}
                problem={problem && size !== "" ? draftProblemText(problem) : undefined}
                onValue={(text) => onDraft({ size: text })}
            />
            <Checkbox
                id={field}
                label={_("Do not reserve its space (sparse, -s)")}
                description={_(
                    "It takes only what is written. When the pool is full, writing to it fails, which its user takes for a broken disk.",
                )}
                isChecked={isSparse}
                onChange={(_event, isChecked) => onDraft({ isSparse: isChecked })}
            />
            {padding && block !== undefined && (
                <Alert component="p" variant="warning" isInline title={_("Small blocks on raidz take more")}>
                    {paddingText(padding, block)}
                </Alert>
            )}
        </>
    );
};
