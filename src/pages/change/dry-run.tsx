import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";

import { readDryRun } from "../../backend/dry-run.ts";
import { HostError } from "../../backend/errors.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import type { Answer } from "../../store/answer.ts";
import { RawText } from "../../ui/raw-text.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import type { TriedCommand } from "../../zfs/commands/command.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";

/** What zpool says to a command that is tried out. */
export const TriedOut = ({ command: { dryRun } }: { readonly command: TriedCommand }) => (
    <DryRun answer={useAnswer(() => readDryRun(dryRun), shellQuote(dryRun))} />
);

/** What zpool says that it would do, or why it would not. */
export const DryRun = ({ answer }: { readonly answer: Answer<string> }) => {
    switch (answer.kind) {
        case "waiting":
            return <Waiting what={_("Waiting for ZFS to say what it would do")} />;
        case "ready":
            return (
                <div>
                    <p className="zfs-headline">{_("What zpool says that it would do")}</p>
                    <RawText text={answer.value.trim()} />
                </div>
            );
        case "failed":
            return (
                <Alert component="p" variant="warning" isInline title={failureTitle(answer.error)}>
                    <RawText text={answer.error.message} />
                </Alert>
            );
    }
};

const failureTitle = (error: Error): string =>
    error instanceof HostError && error.kind === "failed"
        ? _("ZFS refuses this")
        : _("What it would do could not be found out");
