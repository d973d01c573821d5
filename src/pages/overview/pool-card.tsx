import {
    Card,
    CardBody,
    CardHeader,
    CardTitle,
} from "@patternfly/react-core/dist/esm/components/Card/index.js";

import { formatRoute } from "../../routes.ts";
import { useStore } from "../../store/hooks.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { system } from "../../store/system.ts";
import { findScrubJob } from "../../zfs/scrub-job.ts";
import { PoolHealth } from "../pool-health.tsx";
import { PoolState } from "../pool-state.tsx";
import { PoolTrouble } from "../pool-trouble.tsx";
import { PoolUsageBar } from "../pool-usage-bar.tsx";
import { ProgressList } from "../progress-list.tsx";

import { scrubJobText } from "./advice-text.ts";
import { PoolFacts } from "./pool-facts.tsx";
import { PoolThroughput } from "./pool-throughput.tsx";

/** One pool at a glance. */
export const PoolCard = ({ entry }: { readonly entry: PoolEntry }) => {
    const { usage, status } = entry;
    const { roots, units, cronTable } = useStore(system) ?? {};
    const root = roots?.find(({ name }) => name === usage.name);
    const job = units && findScrubJob(usage.name, { units, cronTable, root });
    return (
        <Card isFullHeight id={`pool-${usage.guid || usage.name}`}>
            <CardHeader actions={{ actions: <PoolState entry={entry} />, hasNoOffset: true }}>
                <CardTitle component="h2">
                    <a href={formatRoute({ screen: "pool", pool: usage.name })}>{usage.name}</a>
                </CardTitle>
            </CardHeader>
            <CardBody className="zfs-stack">
                <PoolTrouble entry={entry} />
                {status && <PoolHealth entry={entry} pool={status} />}
                <div>
                    <PoolUsageBar usage={usage} />
                    <PoolFacts usage={usage} status={status} root={root} />
                    <PoolThroughput pool={usage.name} />
                </div>
                {status && (
                    <div>
                        <ProgressList pool={status} />
                        {job && <p className="zfs-quiet">{scrubJobText(job)}</p>}
                    </div>
                )}
            </CardBody>
        </Card>
    );
};
