// KEYS. Encrypted datasets are locked after a start or an import until somebody loads their keys. Each key is loaded
// by itself: whoever has only one of them opens what that one opens, and a wrong passphrase leaves the others alone.
// Those that the host reads from files and addresses need nobody to type them: they are loaded in turn by one button.
import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import {
    Modal,
    ModalBody,
    ModalFooter,
    ModalHeader,
} from "@patternfly/react-core/dist/esm/components/Modal/index.js";
import { useDialogs } from "dialogs";
import { useEffect, useId, useState } from "react";
import type { ReactNode } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { toggled } from "../../ui/toggled.ts";
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
    /** The guids of those that nobody has to type. */
    const [readable, setReadable] = useState<ReadonlySet<string>>(new Set());
    const order = roots?.map(({ dataset }) => dataset.guid).filter((guid) => readable.has(guid)) ?? [];
    /** The guids of those whose turn it is, and will be. */
    const [turns, setTurns] = useState<readonly string[]>([]);
    const isInTurn = turns.length > 0;
    const endTurn = () => {
        setTurns(turns.slice(1));
        // the button is gone, but where one was refused, the focus went to its field
        if (turns.length === 1 && !document.activeElement?.matches("input, select"))
            document.getElementById(close)?.focus();
    };
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
                                isAtTurn={turns[0] === root.dataset.guid}
                                onTurnEnd={endTurn}
                                onReadable={(isReadable) =>
                                    setReadable((now) =>
                                        now.has(root.dataset.guid) === isReadable
                                            ? now
                                            : toggled(now, root.dataset.guid),
                                    )
                                }
                            />
                        </li>
                    ))}
                </ul>
                {roots?.length === 0 && <p>{_("No key is missing.")}</p>}
            </ModalBody>
            <ModalFooter>
                {(order.length > 1 || isInTurn) && (
                    <Button isDisabled={isInTurn} isLoading={isInTurn} onClick={() => setTurns(order)}>
                        {ngettext(
                            "Load the $0 key that the host reads itself",
                            "Load the $0 keys that the host reads itself",
                            isInTurn ? turns.length : order.length,
                        )}
                    </Button>
                )}
                <Button id={close} variant="secondary" onClick={dialogs.close}>
                    {_("Close")}
                </Button>
            </ModalFooter>
        </Modal>
    );
};
