import { Card, CardBody } from "@patternfly/react-core/dist/esm/components/Card/index.js";

import { readPoolProperties } from "../../backend/properties.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { useStore } from "../../store/hooks.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { listReadings } from "../../store/readings.ts";
import { Waiting } from "../../ui/waiting.tsx";
import { setPoolProperty } from "../../zfs/commands/pool.ts";
import { propertyKind } from "../../zfs/property.ts";
import type { Property, PropertyKind } from "../../zfs/property.ts";
import { usePoolObstacle } from "../change/use-obstacle.ts";
import { DedupCard } from "../dedup/dedup-card.tsx";
import { isReadOnly } from "../obstacle-words.ts";
import { Problem } from "../problem.tsx";
import type { PropertySubject } from "../properties/property-dialog.tsx";
import { PropertyTable } from "../properties/property-table.tsx";
import { usePropertyEditing } from "../properties/use-property-editing.tsx";
import { UserProperties } from "../properties/user-properties.tsx";

/** The properties of a pool, read when the tab is opened and whenever something may have changed. */
export const PropertiesTab = ({ entry }: { readonly entry: PoolEntry }) => {
    const { name } = entry.usage;
    const answer = useAnswer(() => readPoolProperties(name), `${useStore(listReadings)} ${name}`);
    switch (answer.kind) {
        case "waiting":
            return <Waiting what={_("Waiting for ZFS to tell the properties of this pool")} lines={12} />;
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
    const { usage } = entry;
    const obstacle = usePoolObstacle(entry) ?? (usage.readonly ? isReadOnly() : undefined);
    const subject: PropertySubject = {
        owner: "pool",
        name: usage.name,
        build: (property, value) => setPoolProperty(usage, property, value),
    };
    const editing = usePropertyEditing(subject, obstacle);
    const ofKind = (kind: PropertyKind) => properties.filter(({ name }) => propertyKind(name) === kind);
    return (
        <>
            <Card>
                <CardBody className="zfs-stack">
                    <PropertyTable
                        title={_("Pool properties")}
                        properties={ofKind("own")}
                        editing={editing}
                    />
                    <UserProperties
                        subject={subject}
                        properties={ofKind("user")}
                        editing={editing}
                        obstacle={obstacle}
                    />
                </CardBody>
            </Card>
            <DedupCard pool={usage} properties={properties} obstacle={obstacle} />
        </>
    );
};
