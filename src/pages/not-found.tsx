import SearchIcon from "@patternfly/react-icons/dist/esm/icons/search-icon.js";
import { EmptyStatePanel } from "cockpit-components-empty-state";
import type { ReactNode } from "react";

import { _ } from "../i18n.ts";
import { formatRoute } from "../routes.ts";
import { PageFrame } from "../ui/page-frame.tsx";

interface NotFoundProps {
    /** A sentence. */
    readonly what: string;
    /** The name alone, where it has one. */
    readonly name?: string;
    readonly why?: string;
    /** A way to it, beside that to all pools. */
    readonly way?: ReactNode;
    /** What there is to say besides. */
    readonly children?: ReactNode;
}

/** Says that what the address names is not there, with the way to what is. */
export const NotFound = ({ what, name = what, why, way, children }: NotFoundProps) => (
    <PageFrame
        title={what}
        name={name}
        above={[{ title: _("ZFS"), href: formatRoute({ screen: "overview" }) }]}
    >
        {children}
        <EmptyStatePanel
            icon={SearchIcon}
            paragraph={why}
            action={
                <>
                    <a href={formatRoute({ screen: "overview" })}>{_("All pools")}</a>
                    {way}
                </>
            }
        />
    </PageFrame>
);
