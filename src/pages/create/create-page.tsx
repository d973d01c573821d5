// MAKING POOLS OF DISKS, AND ADDING DISKS TO THEM. Two wizards with the same steps: `use-layout.ts` keeps what is chosen
// in the first two, `zfs/layout` knows what comes of it, `use-review.ts` runs what the last one shows.
import { _ } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { PageFrame } from "../../ui/page-frame.tsx";
import { useHostObstacle } from "../change/use-obstacle.ts";
import { LimitedAccess } from "../limited-access.tsx";
import { WithPools } from "../with-pools.tsx";

import { CreateWizard } from "./create-wizard.tsx";

/** A new pool. */
export const CreatePage = () => {
    const obstacle = useHostObstacle();
    return (
        <PageFrame
            title={_("Create pool")}
            above={[{ title: _("ZFS"), href: formatRoute({ screen: "overview" }) }]}
        >
            <LimitedAccess />
            <WithPools>{() => (obstacle === undefined ? <CreateWizard /> : <p>{obstacle}</p>)}</WithPools>
        </PageFrame>
    );
};
