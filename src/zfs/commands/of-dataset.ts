import { poolOf } from "../dataset.ts";

import type { Command, Identity } from "./command.ts";

/** What a command expects and touches that is about one dataset: that dataset. */
export const ofDataset = ({ name, guid }: Identity): Pick<Command, "expect" | "touches"> => ({
    expect: { datasets: [{ name, guid }] },
    touches: [{ pool: poolOf(name), dataset: name }],
});
