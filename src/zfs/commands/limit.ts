// How much a dataset may take or is sure to get, and how much each user, group and project may.
import type { Dataset } from "../dataset.ts";
import type { Bytes } from "../model.ts";
import { defaultQuota } from "../reads.ts";
import type { Account, Resource } from "../space-by.ts";

import type { Command } from "./command.ts";
import { ofDataset, operand } from "./command.ts";
import type { Expect, Identity } from "./expect.ts";
import { seenProperty } from "./expect.ts";

/** The four limits of a dataset. zfsprops(7). */
export const limits = ["quota", "refquota", "reservation", "refreservation"] as const;

export type Limit = (typeof limits)[number];

/** Bytes or objects; "none" takes the limit away, "auto" reserves what a volume may ever need. */
export type LimitValue = Bytes | "none" | "auto";

/** Sets one of the limits of a dataset, which still has the one that it was seen with. zfsprops(7). */
export const setLimit = (
    dataset: Identity & Pick<Dataset, Limit>,
    limit: Limit,
    value: LimitValue,
): Command =>
    set(dataset, limit, value, {
        // "0" is how `zfs get -p` prints none
        properties: [seenProperty(dataset, { name: limit, value: String(dataset[limit] ?? 0) })],
    });

/**
 * Sets how much one user, group or project may take. zfs-userspace(8).
 *
 * @param name of the user or group, or its number; of a project its number
 */
export const setAccountQuota = (
    dataset: Identity,
    { kind, name }: Account,
    resource: Resource,
    value: Exclude<LimitValue, "auto">,
): Command => set(dataset, `${kind}${resource === "objects" ? "obj" : ""}quota@${name}`, value);

/** Sets how much each user, group or project may take for which nothing else is said. It needs 2.4. */
export const setDefaultQuota = (
    dataset: Identity,
    kind: Account["kind"],
    resource: Resource,
    value: Exclude<LimitValue, "auto">,
): Command => set(dataset, defaultQuota(kind, resource), value);

const set = (dataset: Identity, property: string, value: LimitValue, more?: Expect): Command => ({
    argv: ["zfs", "set", `${operand(property)}=${value}`, operand(dataset.name)],
    danger: "none",
    purpose: { kind: "setLimit", dataset: dataset.name, subject: property },
    ...ofDataset(dataset, more),
});
