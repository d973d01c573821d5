import { Title } from "@patternfly/react-core/dist/esm/components/Title/index.js";
import { useDialogs } from "dialogs";
import { useId, useState } from "react";

import { readDefaultQuotas } from "../../backend/space-by.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { useDatasetNews } from "../../store/hooks.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { PencilButton } from "../../ui/pencil-button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { parseObjectQuota, parseQuota } from "../../zfs/account-quota.ts";
import { setDefaultQuota } from "../../zfs/commands/limit.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { defaultQuota } from "../../zfs/reads.ts";
import { exactBytes, formatSize } from "../../zfs/size.ts";
import type { AccountKind, Resource } from "../../zfs/space-by.ts";
import { useValueChange } from "../change/use-value-change.ts";
import { Problem } from "../problem.tsx";

import { countOrNone, sizeOrNone } from "./account-text.ts";
import { exactText } from "./limit-dialog.tsx";

interface DefaultQuotasProps {
    readonly dataset: Dataset;
    readonly reason: string | undefined;
}

const all = (["user", "group", "project"] as const).flatMap((kind) =>
    (["bytes", "objects"] as const).map((resource) => ({ kind, resource })),
);

/** How much each user, group and project may take for which nothing else is said (2.4). */
export const DefaultQuotas = ({ dataset, reason }: DefaultQuotasProps) => {
    const dialogs = useDialogs();
    const subject = `${useDatasetNews()} ${dataset.name}`;
    const answer = useAnswer(() => readDefaultQuotas(dataset.name), subject);
    if (answer.kind === "waiting") return null;
    if (answer.kind === "failed")
        return <Problem title={_("The default quotas cannot be read")} error={answer.error} />;
    const valueOf = (name: string): bigint =>
        exactBytes(answer.value.find((property) => property.name === name)?.value ?? "") ?? 0n;
    return (
        <section aria-label={_("Default quotas")}>
            <Title headingLevel="h3" size="md">
                {_("For all who have no quota of their own")}
            </Title>
            <FactList
                columnModifier={{ default: "1Col", md: "2Col" }}
                facts={all.map(({ kind, resource }) => {
                    const name = defaultQuota(kind, resource);
                    const value = valueOf(name);
                    return [
                        titleOf(kind, resource),
                        <>
                            {value === 0n
                                ? _("none")
                                : resource === "bytes"
                                  ? formatSize(value)
                                  : String(value)}
                            <PencilButton
                                label={format(_("Set $0"), name)}
                                reason={reason}
                                onClick={() =>
                                    dialogs.show(
                                        <DefaultQuotaDialog {...{ dataset, kind, resource, value }} />,
                                    )
                                }
                            />
                        </>,
                    ];
                })}
            />
        </section>
    );
};

function titleOf(kind: AccountKind, resource: Resource): string {
    const isSpace = resource === "bytes";
    switch (kind) {
        case "user":
            return isSpace ? _("Space of a user") : _("Files of a user");
        case "group":
            return isSpace ? _("Space of a group") : _("Files of a group");
        case "project":
            return isSpace ? _("Space of a project") : _("Files of a project");
    }
}

interface DefaultQuotaDialogProps {
    readonly dataset: Dataset;
    readonly kind: AccountKind;
    readonly resource: Resource;
    /** 0 is none. */
    readonly value: bigint;
}

const DefaultQuotaDialog = ({ dataset, kind, resource, value: before }: DefaultQuotaDialogProps) => {
    const isSpace = resource === "bytes";
    const [text, setText] = useState(isSpace ? exactText(before) : String(before === 0n ? "none" : before));
    const field = useId();
    const value = isSpace ? parseQuota(text) : parseObjectQuota(text);
    const isReady = value !== undefined && value !== (before === 0n ? "none" : before);
    const { refusal, ...change } = useValueChange(
        isReady ? setDefaultQuota(dataset, kind, resource, value) : undefined,
        text,
    );
    const help = isSpace ? sizeOrNone() : countOrNone();
    return (
        <FormDialog
            {...change}
            title={format(_("Set $0 of $1"), defaultQuota(kind, resource), dataset.name)}
            action={_("Set")}
            isReady={isReady}
            focus={field}
        >
            <TextField
                id={field}
                label={titleOf(kind, resource)}
                value={text}
                help={help}
                problem={value === undefined ? help : refusal}
                onValue={setText}
            />
        </FormDialog>
    );
};
