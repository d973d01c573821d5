import { _ } from "../i18n.ts";
import { formatRoute } from "../routes.ts";
import { ReasonedButton } from "../ui/reasoned-button.tsx";

import { useHostObstacle } from "./change/use-obstacle.ts";

/** The ways to a pool. */
export const PoolLinks = () => {
    const obstacle = useHostObstacle();
    const linkTo = (screen: "create" | "import") =>
        obstacle === undefined && ({ component: "a", href: formatRoute({ screen }) } as const);
    return (
        <div className="zfs-actions">
            <ReasonedButton reason={obstacle} variant="primary" {...linkTo("create")}>
                {_("Create pool…")}
            </ReasonedButton>
            <ReasonedButton reason={obstacle} variant="secondary" {...linkTo("import")}>
                {_("Import pool…")}
            </ReasonedButton>
        </div>
    );
};
