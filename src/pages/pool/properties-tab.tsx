import { Card, CardBody } from "@patternfly/react-core/dist/esm/components/Card/index.js";

import { readPoolProperties } from "../../backend/properties.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { Waiting } from "../../ui/waiting.tsx";
import { featureName, propertyKind } from "../../zfs/property.ts";
import type { Property, PropertyKind } from "../../zfs/property.ts";

import { Problem } from "../problem.tsx";

import { FeatureList } from "./feature-list.tsx";
import { PropertyTable } from "./property-table.tsx";

/** The properties of a pool, read when the tab is opened. */
export const PropertiesTab = ({ pool }: { readonly pool: string }) => {
    const answer = useAnswer(() => readPoolProperties(pool), pool);
    switch (answer.kind) {
        case "waiting":
            return <Waiting lines={12} />;
        case "failed":
            return <Problem title={_("The properties of this pool cannot be read")} error={answer.error} />;
        case "ready":
            return <Properties properties={answer.value} />;
    }
};

const Properties = ({ properties }: { readonly properties: readonly Property[] }) => {
    const ofKind = (kind: PropertyKind) => properties.filter(({ name }) => propertyKind(name) === kind);
    const user = ofKind("user");
    const features = ofKind("feature").map((feature) => ({ ...feature, name: featureName(feature.name) }));
    return (
        <>
            <Card>
                <CardBody>
                    <PropertyTable title={_("Pool properties")} properties={ofKind("own")} />
                </CardBody>
            </Card>
            {user.length > 0 && (
                <Card>
                    <CardBody>
                        <PropertyTable title={_("User properties")} properties={user} />
                    </CardBody>
                </Card>
            )}
            <FeatureList features={features} />
        </>
    );
};
