import { Card, CardBody, CardTitle } from "@patternfly/react-core/dist/esm/components/Card/index.js";
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon.js";
import { EmptyStatePanel } from "cockpit-components-empty-state";
import { useEffect, useState } from "react";

import { HostError } from "../../backend/errors.ts";
import { readSpaceBy } from "../../backend/space-by.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { askForCapabilities, capabilities } from "../../store/capabilities.ts";
import { useAdminAccess, useDatasetNews, useStore } from "../../store/hooks.ts";
import { TermHelp } from "../../ui/term-help.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import { isLocked } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { useDatasetsObstacle } from "../change/use-dataset-obstacle.ts";
import { useTurnOnAccess } from "../change/use-turn-on-access.tsx";
import { turnOnAccess } from "../obstacle-words.ts";
import { Problem } from "../problem.tsx";

import { AccountList } from "./account-list.tsx";
import { DefaultQuotas } from "./default-quotas.tsx";

/** Who takes how much of a filesystem, and may take. */
export const AccountsCard = ({ dataset }: { readonly dataset: Dataset }) => (
    <Card className="zfs-long">
        <CardTitle component="h2">
            {_("Space by user, group and project")}{" "}
            <TermHelp
                term={_("Space by user, group and project")}
                text={_(
                    "What files in this filesystem alone take, by their owner, their group and their project; snapshots and datasets in it do not count. ZFS notes it with each write, so it is some seconds behind, and a quota may be passed by a little.",
                )}
                manPage="zfs-userspace(8)"
            />
        </CardTitle>
        <CardBody className="zfs-stack">
            <Accounts dataset={dataset} />
        </CardBody>
    </Card>
);

const Accounts = ({ dataset }: { readonly dataset: Dataset }) => {
    if (dataset.type === "volume")
        return <p>{_("A volume has no files whose owners could be told apart.")}</p>;
    if (isLocked(dataset)) return <p>{_("Its key is not loaded: whose files are in it cannot be read.")}</p>;
    return <KnownAccounts dataset={dataset} />;
};

const KnownAccounts = ({ dataset }: { readonly dataset: Dataset }) => {
    const [isNumeric, setNumeric] = useState(false);
    const reason = useDatasetsObstacle([dataset.name]);
    const access = useAdminAccess();
    useEffect(askForCapabilities, []);
    const hasDefaults = useStore(capabilities)?.defaultQuotas === true;
    const subject = `${useDatasetNews()} ${access} ${isNumeric} ${dataset.name}`;
    const answer = useAnswer(() => readSpaceBy(dataset.name, isNumeric), subject);
    if (answer.kind === "waiting")
        return <Waiting what={_("Waiting for ZFS to tell who takes how much space")} lines={6} />;
    if (answer.kind === "failed") return <Failure {...{ dataset, error: answer.error }} />;
    return (
        <>
            {hasDefaults && <DefaultQuotas {...{ dataset, reason }} />}
            <AccountList {...{ dataset, isNumeric, reason }} rows={answer.value} onNumeric={setNumeric} />
        </>
    );
};

const Failure = ({ dataset, error }: { readonly dataset: Dataset; readonly error: Error }) => {
    const turnOn = useTurnOnAccess();
    const isLimited = useAdminAccess() === false;
    if (isLimited && error instanceof HostError && error.message.includes("permission denied"))
        return (
            <EmptyStatePanel
                icon={LockIcon}
                headingLevel="h3"
                title={_("This needs administrative access")}
                paragraph={_(
                    "Who takes how much is for administrators, and for those to whom userused, groupused and projectused are delegated.",
                )}
                action={turnOnAccess()}
                onAction={turnOn}
            />
        );
    return (
        <>
            <Problem title={_("Who takes how much cannot be read")} error={error} />
            <p className="zfs-quiet">
                {dataset.mounted === false
                    ? _("The filesystem is not mounted. That alone does not hinder it.")
                    : _("A filesystem of a version before 4 does not count it: “zfs upgrade” changes that.")}
            </p>
        </>
    );
};
