import { expect } from "@playwright/test";
import type { Browser, FrameLocator, Page } from "@playwright/test";

import { users } from "../vm/machine.ts";

/** What a person asks for at the login. */
export type Access = "administrative" | "limited";

/** A person at a browser, logged in to the guest's Cockpit. */
export class Session {
    /** The page of ours, inside Cockpit's frame. */
    readonly zfs: FrameLocator;

    private constructor(readonly page: Page) {
        this.zfs = page.frameLocator('iframe[name="cockpit1:localhost/zfsadmin"]');
    }

    /**
     * Logs in by Cockpit's own form.
     *
     * @param access "administrative" asks for it at the login, as a person does who ticked it the last time
     */
    static async logIn(browser: Browser, url: string, user: string, access: Access): Promise<Session> {
        const context = await browser.newContext({ ignoreHTTPSErrors: true });
        const page = await context.newPage();
        // on a busy host the first answer may come too late for Cockpit's own time limit: a person tries again
        await expect(async () => {
            await page.goto(url);
            await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
                `superuser:${user}`,
                access === "administrative" ? "any" : "none",
            ] as const);
            await page.locator("#login-user-input").fill(user);
            await page.locator("#login-password-input").fill(users.password);
            await page.locator("#login-button").click();
            await expect(page.locator("#host-apps")).toBeAttached();
        }).toPass({ timeout: 170_000 });
        return new Session(page);
    }

    /** Opens our page as a person does: by its name in Cockpit's menu. */
    async openZfs(): Promise<void> {
        await this.page.getByRole("link", { name: "ZFS", exact: true }).click();
        await expect(this.zfs.getByRole("heading", { name: "ZFS", level: 1 })).toBeVisible();
    }

    /** Opens a screen of our page by its address: "/pools/tank". */
    async goTo(path: string): Promise<void> {
        await this.page.goto(new URL(`/zfsadmin#${path}`, this.page.url()).href);
    }

    async close(): Promise<void> {
        await this.page.context().close();
    }
}
