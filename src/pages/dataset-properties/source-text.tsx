import { Fragment } from "react";

import { _ } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import type { Property } from "../../zfs/property.ts";
import { sourceWord } from "../properties/property-table.tsx";

/** Where the value of a property is from; of one that is inherited, the way to the dataset that has it. */
export const SourceText = ({ property: { source, inheritedFrom } }: { readonly property: Property }) => {
    if (source === undefined) return null;
    if (inheritedFrom === undefined) return <>{sourceWord(source)}</>;
    const href = formatRoute({ screen: "datasets", dataset: inheritedFrom, tab: "properties" });
    return (
        <>
            {_("inherited from $0")
                .split("$0")
                .map((words, index) => (
                    <Fragment key={words}>
                        {index > 0 && <a href={href}>{inheritedFrom}</a>}
                        {words}
                    </Fragment>
                ))}
        </>
    );
};
