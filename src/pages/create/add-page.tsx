import { _, format } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { PageFrame } from "../../ui/page-frame.tsx";
import { ChangeNotices } from "../change/change-notices.tsx";
import { useHostObstacle } from "../change/use-obstacle.ts";
import { LimitedAccess } from "../limited-access.tsx";
import { WithPools } from "../with-pools.tsx";

import { AddWizard } from "./add-wizard.tsx";

/** More devices for a pool. */
export const AddPage = ({ pool }: { readonly pool: string }) => {
    const obstacle = useHostObstacle();
    return (
        <PageFrame
            title={format(_("Add devices to $0"), pool)}
            above={[
                { title: _("ZFS"), href: formatRoute({ screen: "overview" }) },
                { title: pool, href: formatRoute({ screen: "pool", pool }) },
            ]}
        >
            <LimitedAccess />
            <ChangeNotices pool={pool} />
            <WithPools>
                {(pools) => {
                    const entry = pools.find(({ usage }) => usage.name === pool);
                    if (!entry) return <p>{format(_("There is no pool “$0”"), pool)}</p>;
                    return obstacle === undefined ? <AddWizard entry={entry} /> : <p>{obstacle}</p>;
                }}
            </WithPools>
        </PageFrame>
    );
};
