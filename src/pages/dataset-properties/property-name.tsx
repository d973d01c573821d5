import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { useId, useState } from "react";

import type { PropertyRule } from "../../zfs/module.ts";

import { datasetPropertyHelp, propertyTitle } from "./catalog.ts";

interface PropertyNameProps {
    readonly name: string;
    readonly rule: PropertyRule | undefined;
}

/** What a property is called here and in ZFS; what it is for, once it was pressed. */
export const PropertyName = ({ name, rule }: PropertyNameProps) => {
    const [isOpen, setOpen] = useState(false);
    const id = useId();
    const title = propertyTitle(name);
    const help = datasetPropertyHelp(name, rule);
    if (help === "") return <code>{name}</code>;
    return (
        <>
            <Button
                variant="link"
                isInline
                className="zfs-property-title"
                aria-expanded={isOpen}
                {...(isOpen && { "aria-controls": id })}
                onClick={() => setOpen(!isOpen)}
            >
                {title === name ? <code>{name}</code> : title}
            </Button>
            {title !== name && <code className="zfs-property-name zfs-quiet">{name}</code>}
            {isOpen && (
                <p id={id} className="zfs-property-help">
                    {help}
                </p>
            )}
        </>
    );
};
