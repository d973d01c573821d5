import { expect } from "@playwright/test";
import type { Browser, Frame, FrameLocator, Page } from "@playwright/test";

import { keepStill } from "../still.ts";
import { users } from "../vm/machine.ts";

/** What a person asks for at the login. */
export type Access = "administrative" | "limited";

const frameName = "cockpit1:localhost/zfsadmin";

/**
 * A person at a browser, logged in to the guest's Cockpit. What is loaded anew is our page in its frame, never all of
 * Cockpit: 372 may then take the channels of the new page for those of the old one, and ends the session.
 */
export class Session {
    /** The page of ours, inside Cockpit's frame. */
    readonly zfs: FrameLocator;

    /** The address of our page in its frame, from which it was unloaded. */
    #left: string | undefined;

    private constructor(readonly page: Page) {
        this.zfs = page.frameLocator(`iframe[name="${frameName}"]`);
    }

    /**
     * Logs in by Cockpit's own form.
     *
     * @param access "administrative" asks for it at the login, as a person does who ticked it the last time
     */
    static async logIn(browser: Browser, url: string, user: string, access: Access): Promise<Session> {
        const context = await browser.newContext({ ignoreHTTPSErrors: true });
        await keepStill(context);
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
        }).toPass({ timeout: 590_000 });
        return new Session(page);
    }

    /** Opens our page as a person does, by its name in Cockpit's menu, and has the others let go. */
    async openZfs(): Promise<void> {
        await this.page.getByRole("link", { name: "ZFS", exact: true }).click();
        await expect(this.zfs.getByRole("heading", { name: "ZFS", level: 1 })).toBeVisible();
        await this.#unload((frame) => frame.name() !== frameName);
    }

    /**
     * Unloads pages in their frames. Cockpit keeps its own ones loaded, and with each partition that comes or goes systemd
     * tells them of its units: with three people logged in, a pool takes three times as long to create in the guest.
     */
    async #unload(which: (frame: Frame) => boolean): Promise<void> {
        // of the same origin, or the shell stumbles over it
        const empty = new URL("/cockpit/static/branding.css", this.page.url()).href;
        for (const frame of this.page.mainFrame().childFrames().filter(which)) await frame.goto(empty);
    }

    /** Opens a screen of our page by its address: "/pools/tank". */
    async goTo(path: string): Promise<void> {
        if (!new URL(this.page.url()).pathname.startsWith("/zfsadmin")) await this.openZfs();
        await this.frame().evaluate((hash) => (location.hash = hash), path);
    }

    /** Waits until our page, if the person is there, has seen that all pools are gone: the next ones may have the same names. */
    async seeNoPools(): Promise<void> {
        if (!new URL(this.page.url()).pathname.startsWith("/zfsadmin")) return;
        const before = await this.frame().evaluate(() => location.hash);
        await this.goTo("/");
        await expect(this.zfs.getByRole("heading", { name: "No pools", exact: true })).toBeVisible();
        // datasets are remembered for a while after their page was left
        if (!before.startsWith("#/datasets")) return;
        await this.goTo("/datasets");
        await expect(this.zfs.getByRole("heading", { name: "No datasets", exact: true })).toBeVisible();
    }

    /** Loads our page anew, as after an upgrade of it. */
    async reload(): Promise<void> {
        await this.frame().evaluate(() => {
            document.documentElement.dataset["isOld"] = "";
            location.reload();
        });
        await this.zfs.locator("html:not([data-is-old])").waitFor();
    }

    /** Loads our page again, after `leave`; before it was ever open there is nothing to do. */
    async enter(): Promise<void> {
        if (this.#left === undefined) return;
        await this.frame().goto(this.#left);
        await expect(this.zfs.getByRole("heading", { name: "ZFS", level: 1 })).toBeVisible();
    }

    /** Unloads our page, if it is open: with limited access it asks the guest every ten seconds as long as it is in view. */
    async leave(): Promise<void> {
        const frame = this.page.frame({ name: frameName });
        if (frame) this.#left = frame.url().replace(/#.*/, "#/");
        await this.#unload(() => true);
    }

    /** What `zfs` finds things in, to run something there. */
    frame(): Frame {
        const frame = this.page.frame({ name: frameName });
        if (!frame) throw new Error("our page is not open");
        return frame;
    }

    async close(): Promise<void> {
        await this.page.context().close();
    }
}
