import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";

import { HostError } from "../../backend/errors.ts";
import { _ } from "../../i18n.ts";
import type { Answer } from "../../store/answer.ts";
import { RawText } from "../../ui/raw-text.tsx";
import { Waiting } from "../../ui/waiting.tsx";

/** What zpool says that it would do, or why it would not. */
export const DryRun = ({ answer }: { readonly answer: Answer<string> }) => {
    switch (answer.kind) {
        case "waiting":
            return <Waiting />;
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
