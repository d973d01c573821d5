import { Modal, ModalBody, ModalHeader } from "@patternfly/react-core/dist/esm/components/Modal/index.js";
import { useId } from "react";

import { _, format } from "../../i18n.ts";
import { absoluteTime } from "../../ui/dates.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { formatSize } from "../../zfs/size.ts";
import type { Snapshot } from "../../zfs/snapshot.ts";

interface SnapshotDetailsProps {
    readonly snapshot: Snapshot;
    readonly onClose: () => void;
}

/** What is known of a snapshot. */
export const SnapshotDetails = ({ snapshot, onClose }: SnapshotDetailsProps) => {
    const heading = useId();
    const { name, creation, used, referenced, holds, guid, createtxg } = snapshot;
    return (
        <Modal isOpen variant="medium" aria-labelledby={heading} onClose={onClose}>
            <ModalHeader title={name} labelId={heading} />
            <ModalBody className="zfs-stack">
                <FactList
                    orientation={{ md: "horizontal" }}
                    facts={[
                        [_("Created"), creation !== undefined && absoluteTime(creation)],
                        [_("Used"), used !== undefined && sizeText(used)],
                        [_("Referenced"), referenced !== undefined && sizeText(referenced)],
                        [_("Holds"), holds],
                        [_("Guid"), guid],
                        [_("Transaction group"), createtxg],
                    ]}
                />
                <p className="zfs-quiet">
                    {_(
                        "Used is what would be free if it alone was destroyed. What it shares with other snapshots, or with the dataset, does not count.",
                    )}
                </p>
            </ModalBody>
        </Modal>
    );
};

const sizeText = (bytes: bigint): string => format(_("$0 ($1 bytes)"), formatSize(bytes), String(bytes));
