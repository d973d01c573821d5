import type { Locator } from "@playwright/test";

import { expect } from "./fixtures.ts";
import type { Replay } from "./fixtures.ts";

/** So many things at most lie between what has the focus and what is to have it. */
const most = 40;

/** Presses a key until something has the focus, as a person does who has no pointer. */
export async function walk({ page }: Replay, key: string, to: Locator): Promise<void> {
    const isThere = () => to.evaluate((element) => element === document.activeElement);
    for (let count = 0; count < most && !(await isThere()); count += 1) await page.keyboard.press(key);
    await expect(to).toBeFocused();
}

/** Chooses from the menu of a button. */
export async function chooseByKeyboard(replay: Replay, button: Locator, item: Locator): Promise<void> {
    await button.focus();
    await replay.page.keyboard.press("Enter");
    await expect(item).toBeVisible();
    await walk(replay, "ArrowDown", item);
    await replay.page.keyboard.press("Enter");
}
