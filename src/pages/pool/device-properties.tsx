import { _, format } from "../../i18n.ts";
import type { Identity } from "../../zfs/commands/expect.ts";
import { setVdevProperty } from "../../zfs/commands/pool.ts";
import type { Vdev } from "../../zfs/model.ts";
import { propertyKind } from "../../zfs/property.ts";
import type { Property } from "../../zfs/property.ts";
import { shortName } from "../../zfs/vdevs.ts";
import type { PropertySubject } from "../properties/property-dialog.tsx";
import { PropertyTable } from "../properties/property-table.tsx";
import { usePropertyEditing } from "../properties/use-property-editing.tsx";
import { UserProperties } from "../properties/user-properties.tsx";

interface DevicePropertiesProps {
    readonly pool: Identity;
    readonly vdev: Vdev;
    readonly properties: readonly Property[];
    /** Why none can be changed now. */
    readonly obstacle: string | undefined;
}

/** The properties of a device: those that have a value or can be given one, and what people noted. */
export const DeviceProperties = ({ pool, vdev, properties, obstacle }: DevicePropertiesProps) => {
    const device = { name: shortName(vdev), guid: vdev.guid ?? "" };
    const subject: PropertySubject = {
        owner: "vdev",
        name: device.name,
        build: (property, value) => setVdevProperty(pool, device, property, value),
    };
    const editing = usePropertyEditing(subject, obstacle);
    const isUser = ({ name }: Property) => propertyKind(name) === "user";
    return (
        <>
            <PropertyTable
                title={_("Properties")}
                label={format(_("Properties of $0"), vdev.name)}
                properties={properties.filter(
                    (property) =>
                        !isUser(property) && (property.value !== undefined || editing.offer(property)),
                )}
                editing={editing}
            />
            <UserProperties
                subject={subject}
                properties={properties.filter(isUser)}
                editing={editing}
                obstacle={obstacle}
            />
        </>
    );
};
