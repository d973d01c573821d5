import { deviceOffers } from "./device-offers.ts";
import type { DeviceAction } from "./device-offers.ts";
import type { Advice, Finding } from "./health.ts";
import type { Pool } from "./model.ts";
import type { DevicePlace } from "./redundancy.ts";

/** A device in trouble, and what helps it and is possible now. */
export interface Repair {
    readonly place: DevicePlace;
    readonly actions: readonly DeviceAction[];
}

/** What is done to a device on some advice. */
const repairing: Partial<Record<Advice, DeviceAction>> = {
    bringOnline: "online",
    replaceDevice: "replace",
    clear: "clear",
};

/** What can be done for the devices that something is the matter with, the worst first. */
export const repairs = (pool: Pool, findings: readonly Finding[]): readonly Repair[] =>
    findings.flatMap(({ level, reason, advice }) => {
        if (!("vdev" in reason) || level === "ok" || level === "info") return [];
        const possible = deviceOffers(pool, reason).filter(({ obstacle }) => obstacle === undefined);
        const actions = advice.flatMap((word) => {
            const action = repairing[word];
            return action && possible.some((offer) => offer.action === action) ? [action] : [];
        });
        return actions.length > 0 ? [{ place: reason, actions }] : [];
    });
