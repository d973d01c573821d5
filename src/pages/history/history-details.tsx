import { Modal, ModalBody, ModalHeader } from "@patternfly/react-core/dist/esm/components/Modal/index.js";

import { _, format } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { absoluteTime } from "../../ui/dates.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { RawText } from "../../ui/raw-text.tsx";
import type { Change } from "../../zfs/audit.ts";
import { personOf } from "../../zfs/audit.ts";
import type { HistoryEntry } from "../../zfs/history.ts";
import { personText } from "../activity/change-words.ts";

interface HistoryDetailsProps {
    readonly entry: HistoryEntry;
    /** The change by which it came, if it is recorded. */
    readonly change: Change | undefined;
    readonly onClose: () => void;
}

/** All that a pool remembers of one entry, and the way to what was recorded of it. */
export const HistoryDetails = ({ entry, change, onClose }: HistoryDetailsProps) => {
    const { kind, text, time, who, host } = entry;
    const title = kind === "command" ? _("Command") : _("Internal event");
    return (
        <Modal isOpen variant="medium" aria-label={title} onClose={onClose}>
            <ModalHeader title={title} />
            <ModalBody className="zfs-stack">
                <RawText text={text} />
                <FactList
                    orientation={{ md: "horizontal" }}
                    facts={[
                        [_("Time"), absoluteTime(time)],
                        [_("User"), who],
                        [_("Host"), host],
                    ]}
                />
                {change && (
                    <p>
                        <a href={formatRoute({ screen: "activity", filter: {}, change: change.id })}>
                            {format(
                                _("Change $0 in the activity, by $1"),
                                change.id,
                                personText(personOf(change)),
                            )}
                        </a>
                    </p>
                )}
            </ModalBody>
        </Modal>
    );
};
