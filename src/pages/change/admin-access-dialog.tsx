import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/index.js";
import { useDialogs } from "dialogs";
import { useEffect, useId, useRef, useState } from "react";

import { requestAccess } from "../../backend/admin-access.ts";
import type { AccessPrompt, AccessRequest } from "../../backend/admin-access.ts";
import { _ } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";

/** Turns on administrative access: asks what sudo asks, until it is satisfied. */
export const AdminAccessDialog = () => {
    const dialogs = useDialogs();
    const [prompt, setPrompt] = useState<AccessPrompt>();
    const [failure, setFailure] = useState<string>();
    const request = useRef<AccessRequest>();
    const input = useRef<HTMLInputElement>(null);
    const field = useId();

    useEffect(() => {
        let isOpen = true;
        const close = () => isOpen && dialogs.close();
        const current = requestAccess(setPrompt);
        request.current = current;
        current.granted.then(close, (error: Error) => isOpen && setFailure(error.message));
        return () => {
            isOpen = false;
            current.cancel();
        };
        // it is asked for once, when the dialog opens
        // eslint-disable-next-line react-hooks/exhaustive-deps
    }, []);
    useEffect(() => input.current?.focus(), [prompt]);

    const answer = () => {
        if (!input.current) return;
        request.current?.answer(input.current.value);
        // what was typed is nowhere but in the field, and now not even there
        input.current.value = "";
        setPrompt(undefined);
    };

    return (
        <FormDialog
            title={_("Turn on administrative access")}
            action={_("Authenticate")}
            isReady={prompt !== undefined}
            isBusy={prompt === undefined && failure === undefined}
            focus={field}
            onAction={answer}
            onClose={dialogs.close}
            notice={<Failure text={failure ?? prompt?.error ?? ""} isFinal={failure !== undefined} />}
        >
            {prompt?.message && <p>{prompt.message}</p>}
            {failure === undefined && (
                <FormGroup label={prompt?.prompt || _("Password")} fieldId={field}>
                    <TextInput
                        id={field}
                        ref={input}
                        type={prompt?.isVisible ? "text" : "password"}
                        autoComplete="current-password"
                        isDisabled={prompt === undefined}
                    />
                </FormGroup>
            )}
        </FormDialog>
    );
};

const Failure = ({ text, isFinal }: { readonly text: string; readonly isFinal: boolean }) =>
    isFinal ? (
        <Alert component="p" variant="danger" isInline title={_("Administrative access was not granted")}>
            {text}
        </Alert>
    ) : (
        // sudo's words: a greeting, or that the password was wrong
        text !== "" && <Alert component="p" variant="warning" isInline title={text.trim()} />
    );
