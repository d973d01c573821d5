import {
    Card,
    CardBody,
    CardHeader,
    CardTitle,
} from "@patternfly/react-core/dist/esm/components/Card/index.js";

import { _, ngettext } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { RawOutput } from "../../ui/raw-output.tsx";
import { leaves } from "../../zfs/vdevs.ts";
import { PoolUsageBar } from "../pool-usage-bar.tsx";
import { StateLabel } from "../state-label.tsx";

/** One pool at a glance. */
export const PoolCard = ({ entry: { usage, status, problem } }: { readonly entry: PoolEntry }) => (
    <Card isFullHeight id={`pool-${usage.guid}`}>
        <CardHeader actions={{ actions: <StateLabel state={usage.health} />, hasNoOffset: true }}>
            <CardTitle component="h2">
                <a href={formatRoute({ screen: "pool", pool: usage.name })}>{usage.name}</a>
            </CardTitle>
        </CardHeader>
        <CardBody className="zfs-stack">
            <PoolUsageBar usage={usage} />
            {status && (
                <>
                    {status.status && <p>{status.status}</p>}
                    <p className="zfs-quiet">{deviceCount(leaves(status).length)}</p>
                </>
            )}
            {problem && (
                <RawOutput title={_("The devices of this pool cannot be read")} text={problem.message} />
            )}
        </CardBody>
    </Card>
);

const deviceCount = (n: number): string => ngettext("$0 device", "$0 devices", n);
