import { Gallery } from "@patternfly/react-core/dist/esm/layouts/Gallery/index.js";
import DatabaseIcon from "@patternfly/react-icons/dist/esm/icons/database-icon.js";
import { EmptyStatePanel } from "cockpit-components-empty-state";
import { useEffect } from "react";

import { _ } from "../../i18n.ts";
import { useStore } from "../../store/hooks.ts";
import { pools } from "../../store/pools.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { watchSystem } from "../../store/refresh.ts";
import { PageFrame } from "../../ui/page-frame.tsx";
import { ChangeNotices } from "../change/change-notices.tsx";
import { LimitedAccess } from "../limited-access.tsx";
import { PoolLinks } from "../pool-links.tsx";
import { WithPools } from "../with-pools.tsx";

import { AdviceList } from "./advice-list.tsx";
import { PoolCard } from "./pool-card.tsx";

const NoPools = () => (
    <EmptyStatePanel
        icon={DatabaseIcon}
        headingLevel="h2"
        title={_("No pools")}
        paragraph={_(
            "No pool is imported on this host. If its disks hold one, import it; otherwise create one.",
        )}
        action={<PoolLinks />}
    />
);

const PoolCards = ({ pools }: { readonly pools: readonly PoolEntry[] }) => (
    <Gallery hasGutter minWidths={{ default: "100%", md: "22rem" }} component="ul">
        {pools.map((entry) => (
            <li key={entry.usage.name}>
                <PoolCard entry={entry} />
            </li>
        ))}
    </Gallery>
);

/** Is everything all right? A card for each pool, and what a person must know besides. */
export const Overview = () => {
    useEffect(watchSystem, []);
    const state = useStore(pools);
    return (
        <PageFrame title={_("ZFS")} aside={state.kind === "ready" && state.pools.length > 0 && <PoolLinks />}>
            <LimitedAccess />
            <ChangeNotices />
            <WithPools>
                {(known) => (
                    <>
                        {known.length === 0 ? <NoPools /> : <PoolCards pools={known} />}
                        <AdviceList pools={known} />
                    </>
                )}
            </WithPools>
        </PageFrame>
    );
};
