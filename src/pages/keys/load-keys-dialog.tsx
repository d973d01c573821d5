// KEYS. Encrypted datasets are locked after a start or an import until somebody loads their keys. Each key is loaded
// by itself: whoever has only one of them opens what that one opens, and a wrong passphrase leaves the others alone.
import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import {
    Modal,
    ModalBody,
    ModalFooter,
    ModalHeader,
} from "@patternfly/react-core/dist/esm/components/Modal/index.js";
import { useDialogs } from "dialogs";
import { useEffect, useId } from "react";
import type { ReactNode } from "react";

import { _, format } from "../../i18n.ts";
import { Waiting } from "../../ui/waiting.tsx";
import type { KeyRoot } from "../../zfs/key-map.ts";

import { LoadKeyForm } from "./load-key-form.tsx";

import "./keys.scss";

interface LoadKeysDialogProps {
    /** The pool or the dataset that they lie in. */
    readonly name: string;
    /** The encryption roots that are locked; undefined while they are being found out. */
    readonly roots: readonly KeyRoot[] | undefined;
    /** Why they could not be found out. */
    readonly problem?: ReactNode;
    /** What a key opens is to be mounted, if the person does not want it otherwise. */
    readonly isMounting?: boolean;
}

/** Loads the keys of encryption roots, in any order, and mounts what they open. */
export const LoadKeysDialog = ({ name, roots, problem, isMounting = true }: LoadKeysDialogProps) => {
    const dialogs = useDialogs();
    const [heading, first, close] = [useId(), useId(), useId()];
    const isFound = roots !== undefined;
    useEffect(() => {
        if (isFound) document.getElementById(first)?.focus();
    }, [isFound, first]);
    return (
        <Modal
            isOpen
            position="top"
            variant="small"
            aria-labelledby={heading}
            elementToFocus={`[id="${roots?.length ? first : close}"]`}
            onClose={dialogs.close}
        >
            <ModalHeader title={format(_("Load keys of $0"), name)} labelId={heading} />
            <ModalBody>
                {problem}
                {!roots && !problem && <Waiting what={_("Waiting for ZFS to tell which keys there are")} />}
                <ul className="zfs-keys">
                    {roots?.map((root, index) => (
                        <li key={root.dataset.guid}>
                            <LoadKeyForm
                                root={root}
                                isMounting={isMounting}
                                id={index === 0 ? first : `${first}-${index}`}
                            />
                        </li>
                    ))}
                </ul>
                {roots?.length === 0 && <p>{_("No key is missing.")}</p>}
            </ModalBody>
            <ModalFooter>
                <Button id={close} variant="secondary" onClick={dialogs.close}>
                    {_("Close")}
                </Button>
            </ModalFooter>
        </Modal>
    );
};
