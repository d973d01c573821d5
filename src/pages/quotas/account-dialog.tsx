import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { useDialogs } from "dialogs";
import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { RadioField } from "../../ui/radio-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { isProject, parseObjectQuota, parseQuota } from "../../zfs/account-quota.ts";
import type { Command } from "../../zfs/commands/command.ts";
import { looksLikeOption } from "../../zfs/commands/command.ts";
import { setAccountQuota } from "../../zfs/commands/limit.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { formatSize } from "../../zfs/size.ts";
import type { Account, AccountKind, AccountSpace, Resource } from "../../zfs/space-by.ts";
import { ChangeNotice } from "../change/change-notice.tsx";
import { StepList } from "../change/step-list.tsx";
import { useDatasetsObstacle } from "../change/use-dataset-obstacle.ts";
import { useSteps } from "../change/use-steps.tsx";
import { unknownAccountText } from "../unknown-account.ts";

import { accountKindText, countOrNone, projectText, sizeOrNone } from "./account-text.ts";
import { exactText } from "./limit-dialog.tsx";

interface AccountDialogProps {
    readonly dataset: Dataset;
    /** Whose quotas are changed; undefined lets the person say whose. */
    readonly account?: AccountSpace | undefined;
}

type Quota = bigint | "none";

/** Sets how much a user, group or project may take of a filesystem, and how many files it may have. */
export const AccountDialog = ({ dataset, account }: AccountDialogProps) => {
    const dialogs = useDialogs();
    const [kind, setKind] = useState<AccountKind>(account?.kind ?? "user");
    const [name, setName] = useState(account?.name ?? "");
    const [texts, setTexts] = useState({
        bytes: exactText(account?.quota),
        objects: String(account?.objectQuota ?? "none"),
    });
    const [known, setKnown] = useState<Record<Resource, Quota>>({
        bytes: account?.quota ?? "none",
        objects: account?.objectQuota ?? "none",
    });
    const [unknown, setUnknown] = useState<string>();
    const [isChecking, setChecking] = useState(false);
    const field = useId();

    const countsObjects = !account || account.objects !== undefined || account.objectQuota !== undefined;
    const values = { bytes: parseQuota(texts.bytes), objects: parseObjectQuota(texts.objects) };
    const nameProblem = account ? undefined : nameProblemOf({ kind, name });
    const isNamed = name !== "" && nameProblem === undefined;
    const left = (["bytes", "objects"] as const).flatMap((resource) => {
        const value = values[resource];
        if (!isNamed || value === undefined || value === known[resource]) return [];
        return [{ resource, value, command: setAccountQuota(dataset, { kind, name }, resource, value) }];
    });
    const commands: readonly Command[] = left.map(({ command }) => command);
    const steps = useSteps();
    const obstacle = useDatasetsObstacle([dataset.name]);

    const run = async (journalOnly = false) => {
        setChecking(true);
        const wrong = account ? undefined : await unknownText({ kind, name });
        setChecking(false);
        setUnknown(wrong);
        if (wrong !== undefined) return;
        const onStep = (command: Command) => {
            const found = left.find((one) => one.command === command);
            if (found) setKnown((was) => ({ ...was, [found.resource]: found.value }));
        };
        await steps.run(commands, { journalOnly, onStep });
    };
    const areValues = values.bytes !== undefined && values.objects !== undefined;
    return (
        <FormDialog
            title={
                account
                    ? format(_("Quotas of $0 on $1"), account.name, dataset.name)
                    : format(_("Set a quota on $0"), dataset.name)
            }
            action={_("Set")}
            isReady={areValues && commands.length > 0 && obstacle === undefined}
            isBusy={isChecking || steps.isBusy}
            focus={account ? `${field}-bytes` : field}
            notice={
                steps.change ? (
                    <ChangeNotice change={steps.change} onJournalOnly={() => void run(true)} />
                ) : (
                    !steps.isBusy &&
                    obstacle !== undefined && <Alert isInline variant="info" component="p" title={obstacle} />
                )
            }
            onAction={() => void run()}
            onClose={dialogs.close}
        >
            {!account && (
                <>
                    <RadioField
                        label={_("Whose")}
                        isInline
                        value={kind}
                        choices={["user", "group", "project"]}
                        text={accountKindText}
                        onValue={(one) => {
                            setKind(one);
                            setUnknown(undefined);
                        }}
                    />
                    <TextField
                        id={field}
                        label={accountKindText(kind)}
                        value={name}
                        help={
                            kind === "project"
                                ? _("A number that files are marked with, see zfs-project(8).")
                                : _("A name or a number that this host knows.")
                        }
                        problem={(name === "" ? undefined : nameProblem) ?? unknown}
                        onValue={(text) => {
                            setName(text);
                            setUnknown(undefined);
                        }}
                    />
                </>
            )}
            <TextField
                id={`${field}-bytes`}
                label={_("Space")}
                value={texts.bytes}
                help={overText(account?.used, values.bytes) ?? sizeOrNone()}
                problem={values.bytes === undefined ? sizeOrNone() : undefined}
                onValue={(bytes) => setTexts({ ...texts, bytes })}
            />
            {countsObjects && (
                <TextField
                    label={_("Files, folders and the like")}
                    value={texts.objects}
                    help={countOrNone()}
                    problem={values.objects === undefined ? countOrNone() : undefined}
                    onValue={(objects) => setTexts({ ...texts, objects })}
                />
            )}
            <StepList ended={steps.ended} left={commands} />
        </FormDialog>
    );
};

/** What follows if more is used than the quota: ZFS sets it all the same. */
const overText = (used: bigint | undefined, quota: Quota | undefined): string | undefined =>
    used !== undefined && typeof quota === "bigint" && quota < used
        ? format(_("$0 is used already: nothing more can be written then"), formatSize(used))
        : undefined;

function nameProblemOf({ kind, name }: Account): string | undefined {
    if (looksLikeOption(name)) return _("It must not begin with a dash");
    return kind === "project" && !isProject(name) ? projectText() : undefined;
}

/** What the host has against a name; numbers may be of nobody. */
const unknownText = async ({ kind, name }: Account): Promise<string | undefined> =>
    kind === "project" || /^\d+$/.test(name) ? undefined : unknownAccountText(kind, name);
