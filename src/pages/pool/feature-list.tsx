import { Card, CardBody, CardTitle } from "@patternfly/react-core/dist/esm/components/Card/index.js";
import {
    DescriptionList,
    DescriptionListDescription,
    DescriptionListGroup,
    DescriptionListTerm,
} from "@patternfly/react-core/dist/esm/components/DescriptionList/index.js";

import { _ } from "../../i18n.ts";
import type { Property } from "../../zfs/property.ts";

/** The order in which states of features matter to a person; others follow. */
const order = ["active", "enabled", "disabled"];

function stateWords(state: string): string {
    switch (state) {
        case "active":
            return _("Active: in use on disk, needed to import the pool");
        case "enabled":
            return _("Enabled: can be used, and is not yet");
        case "disabled":
            return _("Disabled: “zpool upgrade” enables it");
        default:
            return state;
    }
}

/** The feature flags of a pool by their state; see zpool-features(7). */
export const FeatureList = ({ features }: { readonly features: readonly Property[] }) => {
    const states = new Set([...order, ...features.flatMap(({ value }) => value ?? [])]);
    const groups = [...states].map((state) => ({
        state,
        names: features.filter(({ value }) => value === state).map(({ name }) => name),
    }));
    return (
        <Card>
            <CardTitle component="h2">{_("Features")}</CardTitle>
            <CardBody>
                <DescriptionList>
                    {groups
                        .filter(({ names }) => names.length > 0)
                        .map(({ state, names }) => (
                            <DescriptionListGroup key={state}>
                                <DescriptionListTerm>{stateWords(state)}</DescriptionListTerm>
                                <DescriptionListDescription>
                                    <ul className="zfs-features">
                                        {names.map((name) => (
                                            <li key={name}>
                                                <code>{name}</code>
                                            </li>
                                        ))}
                                    </ul>
                                </DescriptionListDescription>
                            </DescriptionListGroup>
                        ))}
                </DescriptionList>
            </CardBody>
        </Card>
    );
};
