import { Form } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { useDialogs } from "dialogs";
import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { ActionDialog } from "../../ui/dialogs/action-dialog.tsx";
import type { Command } from "../../zfs/commands/command.ts";
import { grantCommand } from "../../zfs/commands/delegation.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { afterStep, grantSteps, grantedTo, isWho, joinGrants, onlyGranted } from "../../zfs/delegation.ts";
import type { Delegation, Grantee, Reach } from "../../zfs/delegation.ts";
import { offeredPermissions } from "../../zfs/permissions.ts";
import type { Permission } from "../../zfs/permissions.ts";
import { ChangeNotice } from "../change/change-notice.tsx";
import { StepList } from "../change/step-list.tsx";
import { useSteps } from "../change/use-steps.tsx";
import { unknownAccountText } from "../unknown-account.ts";

import { GranteeFields, granteeOf } from "./grantee-fields.tsx";
import type { GranteeDraft } from "./grantee-fields.tsx";
import { granteeText } from "./permission-text.ts";
import { PermissionTicks } from "./permission-ticks.tsx";

interface GrantDialogProps {
    readonly dataset: Dataset;
    /** What is delegated on it, and on those above it. */
    readonly delegations: readonly Delegation[];
    readonly own: Delegation;
    readonly permissions: readonly Permission[];
    /** Whose grant is changed; or of which kind is the one that is added. */
    readonly subject: Grantee | { readonly isNew: "user" | "set" };
}

/** Grants and takes permissions by ticking; the commands that do it stand below, and run one after the other. */
export const GrantDialog = ({ dataset, delegations, own, permissions, subject }: GrantDialogProps) => {
    const dialogs = useDialogs();
    const isNew = "isNew" in subject;
    const [draft, setDraft] = useState<GranteeDraft>(
        isNew ? { kind: subject.isNew, name: subject.isNew === "set" ? "@" : "" } : { name: "", ...subject },
    );
    const grantee = isNew ? granteeOf(draft) : subject;
    const before = grantee ? grantedTo(own, grantee) : new Map<string, Reach>();
    /** What has been done since the dialog was opened, and what shall be. */
    const [reached, setReached] = useState<ReadonlyMap<string, Reach>>();
    const [ticked, setTicked] = useState<ReadonlyMap<string, Reach>>();
    const [problem, setProblem] = useState<string>();
    const [isChecking, setChecking] = useState(false);
    const field = useId();

    const now = reached ?? before;
    // who is typed may have permissions here already: they stay
    const wanted = isNew ? joinGrants(now, ticked ?? now) : (ticked ?? now);
    const left = grantee
        ? grantSteps(now, wanted).map((step) => ({ step, command: grantCommand(dataset, grantee, step) }))
        : [];
    const steps = useSteps();

    const run = async (journalOnly = false) => {
        setChecking(true);
        const wrong = isNew && grantee ? await accountProblem(grantee) : undefined;
        setChecking(false);
        setProblem(wrong);
        if (wrong !== undefined) return;
        const stepOf = new Map(left.map(({ step, command }) => [command, step]));
        const onStep = (command: Command) => {
            const step = stepOf.get(command);
            if (step) setReached((was) => afterStep(was ?? before, step));
        };
        await steps.run([...stepOf.keys()], { journalOnly, onStep });
    };
    const isBusy = isChecking || steps.isBusy;
    return (
        <ActionDialog
            title={titleOf(subject, dataset.name)}
            action={_("Apply")}
            isReady={left.length > 0}
            isBusy={isBusy}
            variant={left.some(({ command }) => command.danger !== "none") ? "warning" : "primary"}
            {...(isNew && {
                focus: draft.kind === "user" || draft.kind === "set" ? field : `${field}-kind`,
            })}
            notice={
                steps.change && <ChangeNotice change={steps.change} onJournalOnly={() => void run(true)} />
            }
            onAction={() => void run()}
            onClose={dialogs.close}
        >
            <Form onSubmit={(event) => event.preventDefault()}>
                {isNew && (
                    <GranteeFields
                        id={field}
                        draft={draft}
                        problem={problem}
                        onDraft={(next) => {
                            if (isBusy) return;
                            setDraft(next);
                            setReached(undefined);
                            setProblem(undefined);
                        }}
                    />
                )}
                {isNew && before.size > 0 && (
                    <p className="zfs-quiet">
                        {_(
                            "There are permissions of that name already. They stay: the pencil beside them takes them away.",
                        )}
                    </p>
                )}
                <PermissionTicks
                    permissions={offeredPermissions(permissions, delegations, [before, now, wanted], draft)}
                    granted={wanted}
                    hasReach={draft.kind !== "set" && draft.kind !== "creator"}
                    isDisabled={isBusy}
                    onTick={(name, reach) => setTicked(onlyGranted(new Map(wanted).set(name, reach)))}
                />
            </Form>
            <StepList ended={steps.ended} left={left.map(({ command }) => command)} />
        </ActionDialog>
    );
};

function titleOf(subject: GrantDialogProps["subject"], dataset: string): string {
    if (!("isNew" in subject)) return format(_("Permissions on $0: $1"), dataset, granteeText(subject));
    return subject.isNew === "set"
        ? format(_("Define a permission set on $0"), dataset)
        : format(_("Delegate permissions on $0"), dataset);
}

/** What the host has against a name; undefined when it knows it. */
const accountProblem = async (grantee: Grantee): Promise<string | undefined> =>
    !isWho(grantee) || grantee.kind === "everyone"
        ? undefined
        : unknownAccountText(grantee.kind, grantee.name);
