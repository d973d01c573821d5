// DIALOGS. A dialog says what will happen, shows the command that does it, and has one button that does it. There are
// three kinds, all in the frame of this file: a plain question (confirm-dialog.tsx), something that cannot be undone
// (danger-dialog.tsx), and a form (form-dialog.tsx). They know nothing of ZFS: who opens one hands in the words and
// the command line, is called back, and says how it goes on: `isBusy`, and a `notice` above the buttons. So a dialog
// stays open until whoever opened it takes it away, above all when something went wrong. What a dialog has to know first
// may not come: until then, and then, message-dialog.tsx stands in its place, for there always is a way out.
import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import {
    Modal,
    ModalBody,
    ModalFooter,
    ModalHeader,
} from "@patternfly/react-core/dist/esm/components/Modal/index.js";
import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";

import { _ } from "../../i18n.ts";
import { CommandPreview } from "../command-preview.tsx";

/** What every dialog is told by who opens it. */
export interface DialogProps {
    readonly title: string;
    /** What the button does: a verb, and on what. */
    readonly action: string;
    /** The command line that it runs, if it runs one that is known; or several, one after another. */
    readonly line?: string | readonly string[] | undefined;
    /** It was pressed, and has not come to an end. */
    readonly isBusy: boolean;
    /** What went wrong, or what it waits for. */
    readonly notice?: ReactNode;
    readonly onAction: () => void;
    readonly onClose: () => void;
}

interface ActionDialogProps extends DialogProps {
    readonly variant: "primary" | "warning" | "danger";
    /** The button can be pressed; if not said, it can. */
    readonly isReady?: boolean;
    /** The id of what has the focus first; the way out, if not said. */
    readonly focus?: string;
    /** The id of the form that the button sends. */
    readonly form?: string;
    /** What the way out is called; if not said, "Cancel", or "Close" once it was pressed. */
    readonly closing?: string | undefined;
    readonly children: ReactNode;
}

/** The frame of all dialogs. */
export const ActionDialog = (props: ActionDialogProps) => {
    const { title, action, line, isBusy, notice, onAction, onClose, variant, form, children } = props;
    const { isReady = true, focus, closing = isBusy ? _("Close") : _("Cancel") } = props;
    const [heading, body, cancel] = [useId(), useId(), useId()];
    const news = useRef<HTMLDivElement>(null);
    // in a long dialog what went wrong may be below what is in view
    useEffect(() => {
        if (!isBusy) news.current?.firstElementChild?.scrollIntoView({ block: "nearest" });
    }, [isBusy]);
    return (
        <Modal
            isOpen
            position="top"
            variant="small"
            aria-labelledby={heading}
            aria-describedby={body}
            elementToFocus={byId(focus ?? cancel)}
            onClose={onClose}
        >
            <ModalHeader
                title={title}
                labelId={heading}
                {...(variant !== "primary" && { titleIconVariant: "warning" as const })}
            />
            <ModalBody id={body}>
                <div className="zfs-stack">
                    {children}
                    {line !== undefined && <CommandPreview line={line} />}
                    <div ref={news} aria-live="polite">
                        {notice}
                    </div>
                </div>
            </ModalBody>
            <ModalFooter>
                <Button
                    variant={variant}
                    isDisabled={!isReady || isBusy}
                    isLoading={isBusy}
                    {...(form === undefined ? { onClick: onAction } : { type: "submit", form })}
                >
                    {action}
                </Button>
                <Button variant="link" id={cancel} onClick={onClose}>
                    {closing}
                </Button>
            </ModalFooter>
        </Modal>
    );
};

/** The selector of an element; React's ids hold colons. */
const byId = (id: string): string => `[id="${id}"]`;
