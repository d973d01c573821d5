import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { Form } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import CheckCircleIcon from "@patternfly/react-icons/dist/esm/icons/check-circle-icon.js";
import { useState } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { CommandPreview } from "../../ui/command-preview.tsx";
import type { KeyRoot } from "../../zfs/key-map.ts";

import { useLoadKey } from "./use-load-key.tsx";

interface LoadKeyFormProps {
    readonly root: KeyRoot;
    readonly isMounting: boolean;
    /** Of the field that takes the key, or says where it is. */
    readonly id: string;
}

/** Loads the key of one of many encryption roots, and mounts what it opens. */
export const LoadKeyForm = ({ root, isMounting, id }: LoadKeyFormProps) => {
    const [isDone, setDone] = useState(false);
    const load = useLoadKey(root, { id, isMounting, onDone: () => setDone(true) });
    const { isReady, isBusy, isLoaded, onAction } = load;
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

const doneText = (mounted: number): string =>
    mounted === 0
        ? _("The key is loaded.")
        : ngettext(
              "The key is loaded, and $0 filesystem mounted.",
              "The key is loaded, and $0 filesystems mounted.",
              mounted,
          );
