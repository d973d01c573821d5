// What must hold for every dialog in every layout: it is opened by keyboard, has the focus and keeps it, fits with all
// that can be unfolded in it, and gives the focus back to what opened it.

import type { Frame, Locator } from "@playwright/test";

import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import type { Host, Replay } from "./fixtures.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";

/** The way to a dialog. */
export interface Opening {
    /** of its picture */
    readonly name: string;
    /** the button that opens it, or its menu; or where else it is opened */
    readonly opener: string | ((frame: Frame) => Locator);
    /** how its item in the menu begins */
    readonly item?: string;
    /** what stands in it when it has read all that it has to tell */
    readonly ready?: string | RegExp;
}

/** A page, and the dialogs that are opened on it. */
export interface DialogPage {
    readonly name: string;
    readonly host: Host;
    readonly path: string;
    /** what is done on it before */
    readonly prepare?: (frame: Frame) => Promise<void>;
    readonly dialogs: readonly Opening[];
}

/** Tests all dialogs of some pages in each layout. */
export function testDialogs(pages: readonly DialogPage[]): void {
    for (const layout of Object.keys(layouts) as Layout[])
        test.describe(layout, () => {
            test.use({ layout });
            for (const { name, host, path, prepare, dialogs } of pages)
                // the phone shows first what does not fit
                test(`the dialogs of ${name} fit, and work by keyboard${layout === "desktop" ? " @all" : ""}`, async ({
                    replay,
                }) => {
                    test.setTimeout(30_000 + 10_000 * dialogs.length);
                    const frame = await replay.open(host, path);
                    await prepare?.(frame);
                    for (const dialog of dialogs)
                        await test.step(dialog.name, () => expectDialog(replay, frame, dialog));
                });
        });
}

/** Opens a dialog by keyboard, looks at it, and closes it. */
async function expectDialog(replay: Replay, frame: Frame, opening: Opening): Promise<void> {
    const { name, opener, item, ready } = opening;
    const { keyboard } = replay.page;
    const trigger =
        typeof opener === "string"
            ? frame.getByRole("button", { name: opener, exact: true }).first()
            : opener(frame);
    await pressEnter(trigger);
    if (item !== undefined) await pressEnter(frame.getByRole("menuitem", { name: new RegExp(`^${item}`) }));
    const dialog = frame.getByRole("dialog");
    await expect(dialog).toBeVisible();
    if (ready !== undefined) await expect(dialog).toContainText(ready);
    await expectFocusIn(dialog);
    await expectFitting(frame);
    await replay.screenshot(`dialog-${name}`);
    await unfold(dialog);
    await expectFitting(frame);
    await expectAccessible(frame);
    const first = dialog.getByRole("button", { name: "Close" }).first();
    await first.focus();
    await keyboard.press("Shift+Tab");
    await expectFocusIn(dialog);
    await keyboard.press("Tab");
    await expect(first).toBeFocused();
    await keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(trigger).toBeFocused();
}

/** Presses what can be pressed; whether it can may not be known yet. */
async function pressEnter(button: Locator): Promise<void> {
    await expect(button).not.toHaveAttribute("aria-disabled", "true");
    await button.press("Enter");
}

const expectFocusIn = (dialog: Locator): Promise<void> =>
    expect
        .poll(() => dialog.evaluate((element) => element.contains(document.activeElement)), "has the focus")
        .toBe(true);

/** Opens all sections that can be opened, also those that are in others. */
async function unfold(dialog: Locator): Promise<void> {
    const closed = dialog.locator(".pf-v6-c-expandable-section__toggle button[aria-expanded=false]");
    while ((await closed.count()) > 0) await closed.first().click();
}
