// DELEGATION. Who may do what on a dataset without being root, as `zfs allow` shows it: what is said on the dataset
// itself can be changed here, what is said on those above it where it stands. What it comes to for one user is worked
// out by zfs/rights.ts, which decides as the module does.
import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { Card, CardBody, CardTitle } from "@patternfly/react-core/dist/esm/components/Card/index.js";
import { Title } from "@patternfly/react-core/dist/esm/components/Title/index.js";
import { useDialogs } from "dialogs";

import { readDelegations, readPermissions } from "../../backend/delegation.ts";
import { _, format } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { useAnswer } from "../../store/answer.ts";
import { useDatasetNews } from "../../store/hooks.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { TermHelp } from "../../ui/term-help.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import type { Dataset } from "../../zfs/dataset.ts";
import { poolOf } from "../../zfs/dataset.ts";
import { delegationOn, isWho } from "../../zfs/delegation.ts";
import type { Delegation, Grantee } from "../../zfs/delegation.ts";
import type { Permission } from "../../zfs/permissions.ts";
import { useDatasetsObstacle } from "../change/use-dataset-obstacle.ts";
import { Problem } from "../problem.tsx";

import "./delegation.scss";
import { EffectiveRights } from "./effective-rights.tsx";
import { GrantDialog } from "./grant-dialog.tsx";
import { GrantList, GrantMatrix } from "./grant-matrix.tsx";
import type { GrantEditing } from "./grant-matrix.tsx";
import { useIsDelegationOff } from "./use-way.ts";

/** Who may do what. */
export const DelegationTab = ({ dataset }: { readonly dataset: Dataset }) => {
    const subject = `${useDatasetNews()} ${dataset.name}`;
    const answer = useAnswer(() => readDelegations(dataset.name), subject);
    const permissions = useAnswer(readPermissions, "permissions");
    if (answer.kind === "waiting" || permissions.kind === "waiting")
        return <Waiting what={_("Waiting for ZFS to tell who may do what")} lines={8} />;
    if (answer.kind === "failed")
        return <Problem title={_("Who may do what cannot be read")} error={answer.error} />;
    if (permissions.kind === "failed")
        return <Problem title={_("What can be delegated cannot be read")} error={permissions.error} />;
    return <Delegations {...{ dataset, delegations: answer.value, permissions: permissions.value }} />;
};

interface DelegationsProps {
    readonly dataset: Dataset;
    readonly delegations: readonly Delegation[];
    readonly permissions: readonly Permission[];
}

const Delegations = ({ dataset, delegations, permissions }: DelegationsProps) => {
    const dialogs = useDialogs();
    const reason = useDatasetsObstacle([dataset.name]);
    const isOff = useIsDelegationOff(dataset.name);
    const own = delegationOn(delegations, dataset.name);
    const show = (subject: Grantee | { readonly isNew: "user" | "set" }) =>
        dialogs.show(<GrantDialog {...{ dataset, delegations, own, permissions, subject }} />);
    const hasCreator = own.grants.some(({ grantee }) => grantee.kind === "creator");
    return (
        <>
            {isOff && <Off pool={poolOf(dataset.name)} />}
            <Card>
                <CardTitle component="h2">{format(_("Delegated on $0"), dataset.name)}</CardTitle>
                <CardBody className="zfs-stack">
                    <Grants delegation={own} editing={{ reason, edit: show }} />
                    <div className="zfs-filters">
                        <ReasonedButton
                            variant="secondary"
                            reason={reason}
                            onClick={() => show({ isNew: "user" })}
                        >
                            {_("Delegate…")}
                        </ReasonedButton>
                        <ReasonedButton
                            variant="secondary"
                            reason={reason}
                            onClick={() => show({ isNew: "set" })}
                        >
                            {_("Define a set…")}
                        </ReasonedButton>
                        {!hasCreator && (
                            <ReasonedButton
                                variant="secondary"
                                reason={reason}
                                onClick={() => show({ kind: "creator" })}
                            >
                                {_("Grant at creation…")}
                            </ReasonedButton>
                        )}
                    </div>
                </CardBody>
            </Card>
            {delegations
                .filter((one) => one.dataset !== dataset.name)
                .map((delegation) => (
                    <Above key={delegation.dataset} delegation={delegation} />
                ))}
            <EffectiveRights {...{ dataset: dataset.name, delegations, isOff }} />
        </>
    );
};

/** Says that nothing here counts, why, and where that can be changed. */
const Off = ({ pool }: { readonly pool: string }) => (
    <Alert
        component="p"
        variant="info"
        isInline
        title={format(_("Nothing that is delegated in the pool $0 counts now"), pool)}
        actionLinks={
            <a href={formatRoute({ screen: "pool", pool, tab: "properties" })}>
                {format(_("Properties of $0"), pool)}
            </a>
        }
    >
        {_(
            "Its property delegation is off: only administrators change anything there. What stands here counts again when it is on.",
        )}
    </Alert>
);

/** What is delegated on a dataset above, of which all counts here that counts below. */
const Above = ({ delegation }: { readonly delegation: Delegation }) => (
    <Card>
        <CardTitle component="h2">
            {_("Delegated above, on")}{" "}
            <a href={formatRoute({ screen: "datasets", dataset: delegation.dataset, tab: "delegation" })}>
                {delegation.dataset}
            </a>
        </CardTitle>
        <CardBody className="zfs-stack">
            <Grants delegation={delegation} />
        </CardBody>
    </Card>
);

interface GrantsProps {
    readonly delegation: Delegation;
    readonly editing?: GrantEditing;
}

const Grants = ({ delegation: { dataset, grants }, editing }: GrantsProps) => {
    const people = grants.filter(({ grantee }) => isWho(grantee));
    const sets = grants.filter(({ grantee }) => grantee.kind === "set");
    const creators = grants.filter(({ grantee }) => grantee.kind === "creator");
    return (
        <>
            {people.length > 0 ? (
                <>
                    <GrantMatrix
                        label={format(_("Who may do what on $0"), dataset)}
                        grants={people}
                        editing={editing}
                    />
                    <p className="zfs-quiet">
                        {format(
                            _("“here” is $0 itself, “below” is all that lies in it. Nothing is ever denied."),
                            dataset,
                        )}
                    </p>
                </>
            ) : (
                <p>{_("Nothing is delegated to anybody here: what is changed, administrators change.")}</p>
            )}
            {sets.length > 0 && (
                <GrantSection
                    title={_("Permission sets")}
                    help={_(
                        "A name for several permissions. Where it is granted here or below, all that is in it counts; when it is changed, that changes everywhere at once.",
                    )}
                    {...{ grants: sets, editing }}
                />
            )}
            {creators.length > 0 && (
                <GrantSection
                    title={_("Create time permissions")}
                    help={_(
                        "Whoever creates a dataset below gets these permissions on it, on that dataset alone. What exists already stays as it is.",
                    )}
                    {...{ grants: creators, editing }}
                />
            )}
        </>
    );
};

interface GrantSectionProps {
    readonly title: string;
    readonly help: string;
    readonly grants: Delegation["grants"];
    readonly editing: GrantEditing | undefined;
}

/** Grants of one kind that are for nobody by name, with what that kind means. */
const GrantSection = ({ title, help, grants, editing }: GrantSectionProps) => (
    <section>
        <Title headingLevel="h3" size="md">
            {title} <TermHelp term={title} text={help} manPage="zfs-allow(8)" />
        </Title>
        <GrantList label={title} grants={grants} editing={editing} />
    </section>
);
