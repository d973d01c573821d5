import {
    Alert,
    AlertActionCloseButton,
    AlertActionLink,
} from "@patternfly/react-core/dist/esm/components/Alert/index.js";

import { _ } from "../../i18n.ts";
import type { ChangeRequest } from "../../store/change-runner.ts";
import { RawText } from "../../ui/raw-text.tsx";

import { noticeOf } from "./notice.ts";

interface ChangeNoticeProps {
    readonly change: ChangeRequest;
    /** The person wants it run, recorded in the journal only. */
    readonly onJournalOnly: () => void;
    /** The person wants it run with `-f`; where that may be offered. */
    readonly onForce?: (() => void) | undefined;
    /** The person has read it; where it can be put away. */
    readonly onClose?: () => void;
}

/** What became of a change or what it waits for, where the person asked for it; nothing while there is nothing to say. */
export const ChangeNotice = ({ change, onJournalOnly, onForce, onClose }: ChangeNoticeProps) => {
    const notice = noticeOf(change);
    if (!notice) return null;
    const { level, title, sentences = [], raw, offersJournalOnly } = notice;
    return (
        <Alert
            component="p"
            variant={level}
            isInline
            title={title}
            {...(onClose && change.outcome && { actionClose: <AlertActionCloseButton onClose={onClose} /> })}
            {...(offersJournalOnly && {
                actionLinks: (
                    <AlertActionLink onClick={onJournalOnly}>
                        {_("Run, recorded in the journal only")}
                    </AlertActionLink>
                ),
            })}
            {...(onForce && {
                actionLinks: (
                    <AlertActionLink onClick={onForce}>{_("Overwrite all of this (-f)")}</AlertActionLink>
                ),
            })}
        >
            {sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
            ))}
            {raw && <RawText text={raw} />}
        </Alert>
    );
};
