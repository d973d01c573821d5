import { Card, CardBody, CardTitle } from "@patternfly/react-core/dist/esm/components/Card/index.js";

import { _, format } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { useStore } from "../../store/hooks.ts";
import { pools } from "../../store/pools.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { PageFrame } from "../../ui/page-frame.tsx";
import { LimitedAccess } from "../limited-access.tsx";
import { NotFound } from "../not-found.tsx";
import { PoolTrouble } from "../pool-trouble.tsx";
import { PoolUsageBar } from "../pool-usage-bar.tsx";
import { StateLabel } from "../state-label.tsx";
import { WithPools } from "../with-pools.tsx";

import { DeviceTree } from "./device-tree.tsx";

const PoolDetails = ({ entry }: { readonly entry: PoolEntry }) => (
    <>
        <PoolTrouble entry={entry} />
        <Card>
            <CardBody className="zfs-stack">
                <PoolUsageBar usage={entry.usage} />
                {entry.status?.status && <p>{entry.status.status}</p>}
                {entry.status?.action && <p>{entry.status.action}</p>}
            </CardBody>
        </Card>
        <Card>
            <CardTitle component="h2">{_("Devices")}</CardTitle>
            <CardBody>{entry.status && <DeviceTree pool={entry.status} />}</CardBody>
        </Card>
    </>
);

/** One pool: which disk, and what is it doing? */
export default function PoolPage({ name }: { readonly name: string }) {
    const state = useStore(pools);
    const entry = state.kind === "ready" ? state.pools.find(({ usage }) => usage.name === name) : undefined;
    if (state.kind === "ready" && !entry)
        return (
            <NotFound
                what={format(_("There is no pool “$0”"), name)}
                why={_("It may have been exported, destroyed or renamed.")}
            />
        );

    return (
        <PageFrame
            title={name}
            aside={entry && <StateLabel state={entry.usage.health} />}
            above={[{ title: _("ZFS"), href: formatRoute({ screen: "overview" }) }]}
        >
            <LimitedAccess />
            <WithPools>{() => entry && <PoolDetails entry={entry} />}</WithPools>
        </PageFrame>
    );
}
