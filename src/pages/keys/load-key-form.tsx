import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { Form } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import CheckCircleIcon from "@patternfly/react-icons/dist/esm/icons/check-circle-icon.js";
import { useId, useState } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { CommandPreview } from "../../ui/command-preview.tsx";
import { formatNames } from "../../ui/dates.ts";
import { mountDataset } from "../../zfs/commands/dataset-use.ts";
import { loadKey } from "../../zfs/commands/keys.ts";
import { isKey, keyPlace, keySource } from "../../zfs/encryption.ts";
import type { KeyRoot } from "../../zfs/encryption.ts";
import { useChangeSeries } from "../change/use-change-series.tsx";

import { KeyField } from "./key-field.tsx";

interface LoadKeyFormProps {
    readonly root: KeyRoot;
    readonly isMounting: boolean;
    /** The id of what has the focus first. */
    readonly focus: string | undefined;
}

/** Loads the key of one encryption root, and mounts what it opens. */
export const LoadKeyForm = ({ root, isMounting, focus }: LoadKeyFormProps) => {
    const id = useId();
    const { name, keyformat, mountable } = root;
    const source = keySource(root);
    const [typed, setTyped] = useState("");
    const [isMounted, setMounted] = useState(isMounting);
    const [isDone, setDone] = useState(false);

    const file = source.kind === "named" ? typed : undefined;
    const mounts = isMounted ? mountable.map(mountDataset) : [];
    const load = loadKey(root, keyPlace(root, file));
    const { line, isBusy, done, notice, onAction } = useChangeSeries([load, ...mounts], {
        // it is in the field until it is sent, and then nowhere
        takeSecret: () => {
            setTyped("");
            return new TextEncoder().encode(typed);
        },
        onDone: () => setDone(true),
    });
    const hasField = source.kind === "typed" || source.kind === "named";
    const isLoaded = done > 0;
    const isReady = isLoaded || isComplete(source.kind, typed, keyformat);
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
                    <CheckCircleIcon /> {doneText(isMounted ? mountable.length : 0)}
                </p>
            ) : (
                <>
                    {!isLoaded && (
                        <KeyField {...{ root, source, typed, focus }} isBusy={isBusy} onType={setTyped} />
                    )}
                    {mountable.length > 0 && (
                        <Checkbox
                            id={`${id}-mount`}
                            label={_("Mount what it opens")}
                            description={formatNames(mountable.map((filesystem) => filesystem.name))}
                            isChecked={isMounted}
                            isDisabled={isBusy || isLoaded}
                            onChange={(_event, isChecked) => setMounted(isChecked)}
                        />
                    )}
                    <div>
                        <CommandPreview line={line} />
                        <div aria-live="polite">{notice}</div>
                    </div>
                    <div>
                        <Button
                            type="submit"
                            {...(focus !== undefined && !hasField && { id: focus })}
                            isDisabled={!isReady || isBusy}
                            isLoading={isBusy}
                            aria-label={format(
                                isLoaded ? _("Mount the rest of $0") : _("Load the key of $0"),
                                name,
                            )}
                        >
                            {isLoaded ? _("Mount the rest") : _("Load the key")}
                        </Button>
                    </div>
                </>
            )}
        </Form>
    );
};

/** Whether all is typed that has to be. */
function isComplete(
    source: ReturnType<typeof keySource>["kind"],
    typed: string,
    keyformat: KeyRoot["keyformat"],
): boolean {
    switch (source) {
        case "typed":
            return isKey(typed, keyformat);
        case "named":
            return typed.startsWith("/");
        default:
            return true;
    }
}

const doneText = (mounted: number): string =>
    mounted === 0
        ? _("The key is loaded.")
        : ngettext(
              "The key is loaded, and $0 filesystem mounted.",
              "The key is loaded, and $0 filesystems mounted.",
              mounted,
          );
