import { useState } from "react";

import { _ } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { PageFrame } from "../../ui/page-frame.tsx";
import type { ImportSearch } from "../../zfs/import-search.ts";
import { ChangeNotices } from "../change/change-notices.tsx";
import { useHostObstacle } from "../change/use-obstacle.ts";
import { LimitedAccess } from "../limited-access.tsx";
import { WithPools } from "../with-pools.tsx";

import { FoundPools } from "./found-pools.tsx";
import { SearchForm } from "./search-form.tsx";

/** A search that was asked for; each has a number, so that the same can be asked for again. */
interface Asked {
    readonly number: number;
    readonly search: ImportSearch;
}

/** Which pools are on the disks that this host does not use yet? */
export const ImportPage = () => {
    const obstacle = useHostObstacle();
    const [{ number, search }, setAsked] = useState<Asked>({
        number: 0,
        search: { directories: [], isForDestroyed: false },
    });
    return (
        <PageFrame
            title={_("Import pool")}
            above={[{ title: _("ZFS"), href: formatRoute({ screen: "overview" }) }]}
        >
            <LimitedAccess />
            <ChangeNotices />
            <WithPools>
                {(pools) =>
                    obstacle === undefined ? (
                        <>
                            <SearchForm onSearch={(next) => setAsked({ number: number + 1, search: next })} />
                            <FoundPools
                                key={number}
                                search={search}
                                imported={pools.map(({ usage }) => usage)}
                            />
                        </>
                    ) : (
                        <p>{obstacle}</p>
                    )
                }
            </WithPools>
        </PageFrame>
    );
};
