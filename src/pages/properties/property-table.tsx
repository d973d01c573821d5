import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table/dist/esm/components/Table/index.js";

import type { ReactNode } from "react";

import { _, format } from "../../i18n.ts";
import { formatPercent } from "../../ui/dates.ts";
import { PencilButton } from "../../ui/pencil-button.tsx";
import type { Property } from "../../zfs/property.ts";
import { propertyUnit } from "../../zfs/property.ts";
import { exactBytes, formatSize } from "../../zfs/size.ts";

interface PropertyTableProps {
    /** What stands above the table. */
    readonly title: string;
    /** What the table is called by those who cannot see where it stands; the title if not given. */
    readonly label?: string;
    readonly properties: readonly Property[];
    /** How one is changed, of those that can be; without it none can. */
    readonly editing?: PropertyEditing;
}

/** How properties are changed. */
export interface PropertyEditing {
    /** What a property offers: nothing, or to be edited, with the reason why not now or not here. */
    readonly offer: (property: Property) => { readonly reason: string | undefined } | undefined;
    readonly edit: (property: Property) => void;
}

/** Properties with their values and where these are from; the exact value is there on hover. */
export const PropertyTable = ({ title, label = title, properties, editing }: PropertyTableProps) => (
    <Table variant="compact" aria-label={label} className="zfs-properties" gridBreakPoint="" borders={false}>
        <caption className="pf-v6-c-table__caption">{title}</caption>
        <PropertyHead />
        <Tbody>
            {properties.map((property) => (
                <PropertyRow
                    key={property.name}
                    property={property}
                    name={<code>{property.name}</code>}
                    text={property.value && formatValue(property.name, property.value)}
                    source={property.source !== undefined && sourceWord(property.source)}
                    editing={editing}
                />
            ))}
        </Tbody>
    </Table>
);

/** What the columns of a table of `PropertyRow`s are. */
export const PropertyHead = () => (
    <Thead>
        <Tr>
            <Th>{_("Property")}</Th>
            <Th>{_("Value")}</Th>
            <Th>{_("Source")}</Th>
        </Tr>
    </Thead>
);

interface PropertyRowProps {
    readonly property: Property;
    /** What it is called. */
    readonly name: ReactNode;
    /** Its value, for people; undefined when nothing is set. */
    readonly text: string | undefined;
    /** Where the value is from. */
    readonly source: ReactNode;
    readonly editing: PropertyEditing | undefined;
}

/** One property; the exact value is there on hover. */
export const PropertyRow = ({ property, name, text, source, editing }: PropertyRowProps) => (
    <Tr>
        <Td>{name}</Td>
        <Td>
            {text === undefined ? (
                <span className="zfs-quiet">{_("not set")}</span>
            ) : (
                <span title={property.value}>{text}</span>
            )}
            {editing && <Pencil property={property} editing={editing} />}
        </Td>
        <Td>{source}</Td>
    </Tr>
);

const Pencil = ({
    property,
    editing,
}: {
    readonly property: Property;
    readonly editing: PropertyEditing;
}) => {
    const offer = editing.offer(property);
    return (
        offer && (
            <PencilButton
                label={format(_("Set $0"), property.name)}
                reason={offer.reason}
                onClick={() => editing.edit(property)}
            />
        )
    );
};

function formatValue(name: string, value: string): string {
    const number = exactBytes(value);
    switch (propertyUnit(name)) {
        case "bytes":
            return number === undefined ? value : formatSize(number);
        case "percent":
            return number === undefined ? value : formatPercent(Number(number));
        case "ratio":
            return format(_("${0}x"), value);
        case "power":
            return number === undefined || number === 0n || number > 24n
                ? value
                : format(_("$0 ($1)"), value, formatSize(1n << number));
        case undefined:
            return value;
    }
}

/** Where a value is from, in a word. */
export function sourceWord(source: NonNullable<Property["source"]>): string {
    switch (source) {
        case "default":
            return _("default");
        case "local":
            return _("set here");
        case "inherited":
            return _("inherited");
        case "received":
            return _("received");
        case "temporary":
            return _("until unmounted");
        default:
            return source;
    }
}
