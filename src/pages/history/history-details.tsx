import { Modal, ModalBody, ModalHeader } from "@patternfly/react-core/dist/esm/components/Modal/index.js";

import { _ } from "../../i18n.ts";
import type { AuditState } from "../../store/audit-reader.ts";
import { absoluteTime } from "../../ui/dates.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { RawText } from "../../ui/raw-text.tsx";
import type { Identity } from "../../zfs/commands/expect.ts";
import type { HistoryEntry } from "../../zfs/history.ts";

import { RecordedChange } from "./recorded-change.tsx";

interface HistoryDetailsProps {
    readonly pool: Identity;
    readonly entry: HistoryEntry;
    /** The changes of any pool. */
    readonly recorded: AuditState;
    readonly onClose: () => void;
}

/** All that a pool remembers of one entry, and the way to what was recorded of it. */
export const HistoryDetails = ({ pool, entry, recorded, onClose }: HistoryDetailsProps) => {
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
                {kind === "command" && <RecordedChange pool={pool} entry={entry} recorded={recorded} />}
            </ModalBody>
        </Modal>
    );
};
