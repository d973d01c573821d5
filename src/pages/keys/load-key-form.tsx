import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { Form } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import CheckCircleIcon from "@patternfly/react-icons/dist/esm/icons/check-circle-icon.js";
import { useEffect, useRef, useState } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { CommandPreview } from "../../ui/command-preview.tsx";
import type { KeyRoot } from "../../zfs/key-map.ts";

import { useLoadKey } from "./use-load-key.tsx";

interface LoadKeyFormProps {
    readonly root: KeyRoot;
    readonly isMounting: boolean;
    /** Of the field that takes the key, or says where it is. */
    readonly id: string;
    /** It is loaded now, among others, if it can be. */
    readonly isAtTurn: boolean;
    readonly onTurnEnd: () => void;
    /** Told whether it is a key that is loaded without anything from the person. */
    readonly onReadable: (isReadable: boolean) => void;
}

/** Loads the key of one of many encryption roots, and mounts what it opens. */
export const LoadKeyForm = (props: LoadKeyFormProps) => {
    const { root, isMounting, id } = props;
    const [isDone, setDone] = useState(false);
    const load = useLoadKey(root, { id, isMounting, onDone: () => setDone(true) });
    const { isReady, isBusy, isLoaded, onAction } = load;
    useTurn(props, load);
    const { name } = root.dataset;
    return (
        <Form
            aria-label={name}
            onSubmit={(event) => {
                event.preventDefault();
                if (isReady && !isBusy) onAction();
            }}
        >
            <p className="zfs-headline">{name}</p>
            {isDone ? (
                <p role="status" className="zfs-success">
                    <CheckCircleIcon /> {doneText(load.mounts)}
                </p>
            ) : (
                <>
                    {load.fields}
                    <div>
                        <CommandPreview line={load.line} />
                        <div aria-live="polite">{load.notice}</div>
                    </div>
                    <div>
                        <Button
                            type="submit"
                            isDisabled={!isReady || isBusy}
                            isLoading={isBusy}
                            aria-label={format(
                                isLoaded ? _("Mount the rest of $0") : _("Load the key of $0"),
                                name,
                            )}
                        >
                            {load.action}
                        </Button>
                    </div>
                </>
            )}
        </Form>
    );
};

/** Has the form tell whether its key can be loaded without the person, and load it at its turn. */
function useTurn(
    { isAtTurn, onTurnEnd, onReadable }: LoadKeyFormProps,
    { isKept, isLoaded, isBusy, onAction }: ReturnType<typeof useLoadKey>,
): void {
    const isReadable = isKept && !isLoaded && !isBusy;
    const hasBegun = useRef(false);
    useEffect(() => {
        onReadable(isReadable);
        if (!isAtTurn) hasBegun.current = false;
        else if (isReadable && !hasBegun.current) {
            hasBegun.current = true;
            onAction();
        } else if (!isBusy) onTurnEnd();
        // what it calls is a new function at every drawing
        // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [isAtTurn, isReadable, isBusy]);
}

const doneText = (mounted: number): string =>
    mounted === 0
        ? _("The key is loaded.")
        : ngettext(
              "The key is loaded, and $0 filesystem mounted.",
              "The key is loaded, and $0 filesystems mounted.",
              mounted,
          );
