import { readSelf } from "../backend/accounts.ts";
import { readDelegations } from "../backend/delegation.ts";
import type { Permissions } from "../zfs/rights.ts";

import { useAnswer } from "./answer.ts";
import { useAdminAccess, useDatasetNews } from "./hooks.ts";

/**
 * What is delegated to the person at the page, on a dataset and on those above it. Undefined with administrative
 * access, which needs nothing delegated, and while it is not known.
 */
export function useOwnPermissions(dataset: string): Permissions | undefined {
    const isLimited = useAdminAccess() === false;
    const subject = `${isLimited} ${useDatasetNews()} ${dataset}`;
    const answer = useAnswer(async () => (isLimited ? readOwn(dataset) : undefined), subject);
    return isLimited && answer.kind === "ready" ? answer.value : undefined;
}

async function readOwn(dataset: string): Promise<Permissions> {
    const [person, delegations] = await Promise.all([readSelf(), readDelegations(dataset)]);
    return { person, delegations };
}
