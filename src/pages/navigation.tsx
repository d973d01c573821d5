import { _ } from "../i18n.ts";
import { formatRoute } from "../routes.ts";
import type { Route } from "../routes.ts";
import { LinkTabs } from "../ui/link-tabs.tsx";

/** The way between the screens, above each of them. Pools and their import belong to the overview, which leads to them. */
export const Navigation = ({ screen }: { readonly screen: Route["screen"] | undefined }) => (
    <LinkTabs
        label={_("Screens")}
        tabs={[
            {
                title: _("Overview"),
                href: formatRoute({ screen: "overview" }),
                isCurrent: screen !== undefined && screen !== "activity" && screen !== "datasets",
            },
            {
                title: _("Datasets"),
                href: formatRoute({ screen: "datasets" }),
                isCurrent: screen === "datasets",
            },
            {
                title: _("Activity"),
                href: formatRoute({ screen: "activity", filter: {} }),
                isCurrent: screen === "activity",
            },
        ]}
    />
);
