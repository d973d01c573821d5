import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";

import { readSplit } from "../../backend/split.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { RawText } from "../../ui/raw-text.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import type { Identity } from "../../zfs/commands/command.ts";
import type { SplitChoices } from "../../zfs/commands/split.ts";

interface SplitResultProps {
    readonly pool: Identity;
    readonly choices: SplitChoices;
}

/** What ZFS says that a split would make, before it is made. */
export const SplitResult = ({ pool, choices }: SplitResultProps) => {
    const answer = useAnswer(() => readSplit(pool, choices), JSON.stringify([pool.name, choices]));
    switch (answer.kind) {
        case "waiting":
            return <Waiting lines={3} />;
        case "failed":
            return (
                <Alert component="p" variant="warning" isInline title={_("ZFS would not split it so")}>
                    <RawText text={answer.error.message} />
                </Alert>
            );
        case "ready":
            return <RawText text={answer.value.trim()} />;
    }
};
