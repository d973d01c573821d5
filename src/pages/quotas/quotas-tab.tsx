// QUOTAS. How much a dataset may take and is sure to get, as four properties of it; and how much each user, group and
// project takes of a filesystem and may take, which ZFS counts file by file and knows for root only.
import type { Dataset } from "../../zfs/dataset.ts";

import { AccountsCard } from "./accounts-card.tsx";
import { LimitsCard } from "./limits-card.tsx";
import "./quotas.scss";

/** Quotas and what users take. */
export const QuotasTab = ({ dataset }: { readonly dataset: Dataset }) => (
    <>
        <LimitsCard dataset={dataset} />
        <AccountsCard dataset={dataset} />
    </>
);
