import { readPropertyValue } from "../../backend/dataset-properties.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { RadioField } from "../../ui/radio-field.tsx";
import type { Dataset } from "../../zfs/dataset.ts";
import { leafOf, parentOf } from "../../zfs/dataset.ts";
import type { PropertyRule } from "../../zfs/module.ts";
import { waysOf } from "../../zfs/property-ways.ts";
import type { Way } from "../../zfs/property-ways.ts";
import type { Property } from "../../zfs/property.ts";

import { datasetValueText } from "./value-text.ts";

interface WayFieldProps {
    readonly dataset: Dataset;
    readonly property: Property;
    readonly rule: PropertyRule | undefined;
    readonly way: Way;
    readonly onWay: (way: Way) => void;
}

/** Chooses how a property is to come to its value; nothing where there is only one way. */
export const WayField = ({ dataset, property, rule, way, onWay }: WayFieldProps) => {
    const ways = waysOf(property);
    const above = useAbove(dataset, property.name, rule);
    if (ways.length === 1) return null;
    return (
        <RadioField
            label={_("Value")}
            value={way}
            choices={ways}
            text={(one) => wayText(one, property, rule, above)}
            onValue={onWay}
        />
    );
};

/** What there is above. */
interface Above {
    /** Undefined for the root dataset of a pool: above it are ZFS's defaults. */
    readonly parent: string | undefined;
    /** Undefined while it is not known, and where nothing is set. */
    readonly value: string | undefined;
}

function useAbove({ name }: Dataset, property: string, rule: PropertyRule | undefined): Above {
    const parent = parentOf(name);
    const answer = useAnswer(
        () => (parent === undefined ? Promise.resolve(undefined) : readPropertyValue(parent, property)),
        `${name} ${property}`,
    );
    if (parent === undefined)
        return { parent, value: property === "mountpoint" ? `/${name}` : rule?.default || undefined };
    const value = answer.kind === "ready" ? answer.value : undefined;
    const isPath = property === "mountpoint" && value?.startsWith("/");
    return { parent, value: isPath ? `${value === "/" ? "" : value}/${leafOf(name)}` : value };
}

function wayText(
    way: Way,
    { name, received = "" }: Property,
    rule: PropertyRule | undefined,
    { parent, value }: Above,
): string {
    const text = (some: string) => datasetValueText(some, rule);
    switch (way) {
        case "set":
            return _("Set here");
        case "received":
            return format(_("As it was received: $0"), text(received));
        case "inherit":
            if (value === undefined) return name.includes(":") ? _("Remove it") : _("Inherit");
            return parent === undefined
                ? format(_("The default: $0"), text(value))
                : format(_("Inherit from $0: $1"), parent, text(value));
    }
}
