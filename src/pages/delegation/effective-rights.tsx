import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { Card, CardBody, CardTitle } from "@patternfly/react-core/dist/esm/components/Card/index.js";
import { Form } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table/dist/esm/components/Table/index.js";
import { useState } from "react";

import { readPerson } from "../../backend/accounts.ts";
import { _, format } from "../../i18n.ts";
import { formatList } from "../../ui/dates.ts";
import { Points } from "../../ui/points.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { looksLikeOption } from "../../zfs/commands/command.ts";
import type { Delegation } from "../../zfs/delegation.ts";
import { createTimeRights, rightsOn } from "../../zfs/rights.ts";
import type { Person } from "../../zfs/rights.ts";

import { originText } from "./permission-text.ts";

interface EffectiveRightsProps {
    readonly dataset: string;
    readonly delegations: readonly Delegation[];
    /** Nothing that is delegated counts. */
    readonly isOff: boolean;
}

/** What one user may do on a dataset, and why: by name, by group, by everyone, here or from above. */
export const EffectiveRights = ({ dataset, delegations, isOff }: EffectiveRightsProps) => {
    const [name, setName] = useState("");
    const [person, setPerson] = useState<Person>();
    const [problem, setProblem] = useState<string>();
    const [isBusy, setBusy] = useState(false);

    const look = async () => {
        setBusy(true);
        const found = await findPerson(name);
        setBusy(false);
        setPerson(typeof found === "string" ? undefined : found);
        setProblem(typeof found === "string" ? found : undefined);
    };
    return (
        <Card>
            <CardTitle component="h2">{_("What one user may do here")}</CardTitle>
            <CardBody className="zfs-stack">
                <Form
                    className="zfs-look-up"
                    onSubmit={(event) => {
                        event.preventDefault();
                        if (name !== "") void look();
                    }}
                >
                    <TextField
                        label={_("User")}
                        value={name}
                        problem={problem}
                        onValue={(text) => {
                            setName(text);
                            setProblem(undefined);
                        }}
                    />
                    <div>
                        <Button type="submit" variant="secondary" isDisabled={name === "" || isBusy}>
                            {_("Show")}
                        </Button>
                    </div>
                </Form>
                {person && (
                    <RightsOf {...{ dataset, delegations: isOff ? [] : delegations, isOff, person }} />
                )}
            </CardBody>
        </Card>
    );
};

/** The person of a name, or what is wrong with it. */
async function findPerson(name: string): Promise<Person | string> {
    if (looksLikeOption(name)) return _("It must not begin with a dash");
    try {
        return (await readPerson(name)) ?? _("This host knows no such user");
    } catch {
        return _("Whether this host knows it could not be found out");
    }
}

const RightsOf = ({
    dataset,
    delegations,
    isOff,
    person,
}: EffectiveRightsProps & { readonly person: Person }) => {
    const rights = [...rightsOn({ person, delegations }, dataset)].toSorted(([one], [other]) =>
        one.localeCompare(other),
    );
    const created = createTimeRights(delegations, dataset);
    return (
        <div role="status" className="zfs-stack">
            <p>
                {person.user === "root"
                    ? _("root may do everything, whatever is delegated.")
                    : format(
                          _(
                              "$0 is in the groups $1. What $0 may do as root, by sudo for instance, is not listed.",
                          ),
                          person.user,
                          formatList(person.groups),
                      )}
            </p>
            {rights.length === 0 ? (
                <p>
                    {isOff
                        ? _("Nothing that is delegated counts as long as delegation is off in the pool.")
                        : format(_("Nothing is delegated to $0 on $1."), person.user, dataset)}
                </p>
            ) : (
                <Table
                    variant="compact"
                    aria-label={format(_("What $0 may do"), person.user)}
                    gridBreakPoint=""
                    className="zfs-properties"
                >
                    <Thead>
                        <Tr>
                            <Th>{_("Permission")}</Th>
                            <Th>{_("From")}</Th>
                        </Tr>
                    </Thead>
                    <Tbody>
                        {rights.map(([name, origins]) => (
                            <Tr key={name}>
                                <Td>
                                    <code dir="ltr">{name}</code>
                                </Td>
                                <Td>
                                    {origins.map((origin) => (
                                        <div key={originText(origin)}>{originText(origin)}</div>
                                    ))}
                                </Td>
                            </Tr>
                        ))}
                    </Tbody>
                </Table>
            )}
            {created.length > 0 && (
                <div>
                    <p>{_("On what somebody creates in it, they also get:")}</p>
                    <Points
                        points={created.map(({ dataset: from, permissions }) =>
                            format(
                                _("$0, by the create time permissions of $1"),
                                permissions.join(", "),
                                from,
                            ),
                        )}
                    />
                </div>
            )}
        </div>
    );
};
