import { isInheritable, isRevertible } from "./dataset-settable.ts";
import type { Property } from "./property.ts";
import { wasSet } from "./property.ts";

/** How a property of a dataset comes to its value: it is set there, taken from above, or what a stream brought. */
export type Way = "set" | "inherit" | "received";

/** The ways that a property can be given now. */
export function waysOf(property: Property): readonly Way[] {
    const { name, source, received } = property;
    const canInherit = isInheritable(name) && wasSet(property);
    const canRevert = received !== undefined && source !== "received" && isRevertible(name);
    return [
        "set",
        ...(canInherit ? (["inherit"] as const) : []),
        ...(canRevert ? (["received"] as const) : []),
    ];
}
