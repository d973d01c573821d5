import type { Frame, Locator } from "@playwright/test";

/** The card of the pool with this name on the Overview. */
export const card = (frame: Frame, name: string): Locator =>
    frame.getByRole("listitem").filter({ has: frame.getByRole("heading", { name, level: 2, exact: true }) });
