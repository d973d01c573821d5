import { Card, CardBody } from "@patternfly/react-core/dist/esm/components/Card/index.js";
import { useDialogs } from "dialogs";

import { readPoolProperties } from "../../backend/properties.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { useStore } from "../../store/hooks.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { readings } from "../../store/readings.ts";
import { Waiting } from "../../ui/waiting.tsx";
import { featureName, propertyKind } from "../../zfs/property.ts";
import type { Property, PropertyKind } from "../../zfs/property.ts";
import { findSettable } from "../../zfs/settable.ts";
import { usePoolObstacle } from "../change/use-obstacle.ts";
import { Problem } from "../problem.tsx";

import { FeatureList } from "./feature-list.tsx";
import { PropertyDialog } from "./property-dialog.tsx";
import { PropertyTable } from "./property-table.tsx";
import type { PropertyEditing } from "./property-table.tsx";

/** The properties of a pool, read when the tab is opened and whenever something may have changed. */
export const PropertiesTab = ({ entry }: { readonly entry: PoolEntry }) => {
    const { name } = entry.usage;
    const answer = useAnswer(() => readPoolProperties(name), `${useStore(readings)} ${name}`);
    switch (answer.kind) {
        case "waiting":
            return <Waiting lines={12} />;
        case "failed":
            return <Problem title={_("The properties of this pool cannot be read")} error={answer.error} />;
        case "ready":
            return <Properties entry={entry} properties={answer.value} />;
    }
};

interface PropertiesProps {
    readonly entry: PoolEntry;
    readonly properties: readonly Property[];
}

const Properties = ({ entry, properties }: PropertiesProps) => {
    const editing = useEditing(entry);
    const ofKind = (kind: PropertyKind) => properties.filter(({ name }) => propertyKind(name) === kind);
    const user = ofKind("user");
    const features = ofKind("feature").map((feature) => ({ ...feature, name: featureName(feature.name) }));
    return (
        <>
            <Card>
                <CardBody>
                    <PropertyTable
                        title={_("Pool properties")}
                        properties={ofKind("own")}
                        editing={editing}
                    />
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

function useEditing(entry: PoolEntry): PropertyEditing {
    const dialogs = useDialogs();
    const obstacle = usePoolObstacle(entry);
    return {
        canEdit: (name) => findSettable(name) !== undefined,
        edit: ({ name, value }) => {
            const settable = findSettable(name);
            if (settable)
                dialogs.show(<PropertyDialog pool={entry.usage} settable={settable} value={value} />);
        },
        obstacle: obstacle ?? (entry.usage.readonly ? _("The pool is imported read-only.") : undefined),
    };
}
