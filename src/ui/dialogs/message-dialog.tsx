import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import {
    Modal,
    ModalBody,
    ModalFooter,
    ModalHeader,
} from "@patternfly/react-core/dist/esm/components/Modal/index.js";
import { useId } from "react";
import type { ReactNode } from "react";

import { _ } from "../../i18n.ts";

interface MessageDialogProps {
    readonly title: string;
    readonly onClose: () => void;
    readonly children: ReactNode;
}

/** What stands in the place of a dialog that has nothing to offer yet, or at all: the words, and the way out. */
export const MessageDialog = ({ title, onClose, children }: MessageDialogProps) => {
    const [heading, body] = [useId(), useId()];
    return (
        <Modal
            isOpen
            position="top"
            variant="small"
            aria-labelledby={heading}
            aria-describedby={body}
            onClose={onClose}
        >
            <ModalHeader title={title} labelId={heading} />
            <ModalBody id={body}>{children}</ModalBody>
            <ModalFooter>
                <Button variant="link" onClick={onClose}>
                    {_("Close")}
                </Button>
            </ModalFooter>
        </Modal>
    );
};
