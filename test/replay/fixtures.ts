// What a replay test is given: `replay`, with which it opens the page on a host that it describes, looks at it and
// counts what it cost. Every test ends with two checks of its own accord: the page asked the host for nothing that the
// test did not foresee, and the browser's console has no errors.

import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { test as base, expect } from "@playwright/test";
import type { ConsoleMessage, Frame, Page, TestInfo } from "@playwright/test";

import { keepStill } from "../still.ts";

import { startCockpit } from "./cockpit.ts";
import type { Cockpit, CockpitOptions, SessionUser } from "./cockpit.ts";
import { applyLanguage, applyLayout, layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { Scenario } from "./scenario.ts";
import type { Answers, Program } from "./scenario.ts";
import { unpackedCockpit } from "./unpack.ts";

export { expect };

const root = resolve(import.meta.dirname, "../..");
const screens = join(root, "test-results/screens");
const startLimit = 15_000;

/** The host on which the page is opened. */
export interface Host {
    /** what its programs answer */
    readonly answers: Answers;
    /** who is logged in; root, if not said */
    readonly user?: SessionUser;
    /** when it is there, Unix seconds: its clock stands still; if not said, it is that of this machine */
    readonly time?: number;
    /** what is mounted, as /proc/self/mounts says it; if not said, what is on this machine */
    readonly mounts?: string;
    /** which programs it has; all, if not said */
    readonly installed?: readonly Program[];
    /** the language that the person has chosen, as Cockpit writes it into its cookie: "de-de"; else the layout's */
    readonly language?: string;
}

/** One test's hold on the page. */
export class Replay {
    readonly scenario: Scenario;
    readonly #consoleErrors: string[] = [];
    #cockpit: Cockpit | undefined;
    #options: CockpitOptions | undefined;

    constructor(
        /** the browser's page: Cockpit's shell with our page inside */
        readonly page: Page,
        private readonly layout: Layout,
        private readonly version: string,
        private readonly folder: string,
        private readonly info: TestInfo,
    ) {
        this.scenario = new Scenario(info.outputPath("host"));
    }

    /** Starts Cockpit on `host`, opens our page at `path` ("/pools/tank") and gives its frame. */
    async open(host: Host, path = "/"): Promise<Frame> {
        const page = join(root, "dist");
        if (!existsSync(join(page, "manifest.json")))
            throw new Error("There is no built page in dist: make it first.");
        await this.scenario.install(host.answers, host.installed ?? ["zpool", "zfs", "zfsadmin"]);
        this.#options = {
            folder: this.folder,
            page,
            work: this.info.outputPath("session"),
            programs: this.scenario.programs,
            user: host.user ?? "root",
            time: host.time,
        };
        this.#cockpit = await startCockpit(this.#options);
        this.page.on("console", (message) => this.#listen(message));
        this.page.on("pageerror", (error) => this.#consoleErrors.push(String(error)));
        if (host.mounts !== undefined) await this.#mount(host.mounts);
        await applyLayout(this.page.context(), this.layout, this.#cockpit.url);
        if (host.language !== undefined)
            await applyLanguage(this.page.context(), host.language, this.#cockpit.url);
        await keepStill(this.page.context());
        await this.page.goto(`${this.#cockpit.url}/zfsadmin#${path}`);
        return await this.frame();
    }

    /** Lets Cockpit read another file for the list of mounts, which no box can change. */
    async #mount(mounts: string): Promise<void> {
        const file = this.info.outputPath("mounts");
        await writeFile(file, mounts);
        await this.page.routeWebSocket(/\/cockpit\/socket$/, (page) => {
            const cockpit = page.connectToServer();
            page.onMessage((message) =>
                cockpit.send(
                    typeof message === "string"
                        ? message.replace(
                              '"path":"/proc/self/mounts"',
                              () => `"path":${JSON.stringify(file)}`,
                          )
                        : message,
                ),
            );
        });
    }

    /** Our page inside the shell, once it is there. */
    async frame(): Promise<Frame> {
        const element = await this.page.waitForSelector('iframe[name="cockpit1:localhost/zfsadmin"]', {
            state: "attached",
            timeout: startLimit,
        });
        const frame = await element.contentFrame();
        if (!frame) throw new Error("Cockpit's frame for the page is not a frame");
        await frame.waitForSelector("#app > *", { state: "attached", timeout: startLimit });
        return frame;
    }

    /** Takes a picture for people to look at: `test-results/screens/VERSION-LAYOUT-NAME.png`. */
    async screenshot(name: string): Promise<void> {
        // a letter whose font is on its way is not drawn
        for (const frame of this.page.frames())
            await frame.evaluate(() => document.fonts.ready.then(() => true));
        await this.page.screenshot({ path: join(screens, `${this.version}-${this.layout}-${name}.png`) });
    }

    /** Ends Cockpit, and with it the person's session, and starts another in its place. */
    async restart(): Promise<void> {
        if (!this.#cockpit || !this.#options) throw new Error("There is no Cockpit yet");
        const port = Number(new URL(this.#cockpit.url).port);
        await this.#cockpit.stop();
        this.#cockpit = await startCockpit({ ...this.#options, port });
    }

    /** Forgets errors of the console that the test brought about itself. */
    forgiveConsole(expected: RegExp): void {
        const others = this.#consoleErrors.filter((error) => !expected.test(error));
        this.#consoleErrors.splice(0, Infinity, ...others);
    }

    /** Ends Cockpit and says what went wrong without anybody noticing. */
    async finish(): Promise<void> {
        await this.page.close();
        await this.#cockpit?.stop();
        const unknown = (await this.scenario.calls()).filter(({ known }) => !known);
        expect
            .soft(
                unknown.map(({ argv }) => argv.join(" ")),
                "calls without an answer",
            )
            .toEqual([]);
        expect.soft(this.#consoleErrors, "errors in the browser's console").toEqual([]);
    }

    #listen(message: ConsoleMessage): void {
        if (message.type() === "error" && !isKnown(message)) {
            this.#consoleErrors.push(`${message.text()} (${message.location().url})`);
        }
    }
}

/** Cockpit's own gaps: fonts and translations that it does not ship. Ours must be there. */
function isKnown(message: ConsoleMessage): boolean {
    const { pathname } = new URL(message.location().url || "about:blank");
    return message.text().includes("404") && /\.woff2$|(?<!\/zfsadmin)\/po\.js$/.test(pathname);
}

/** Playwright's `test` with a `replay`. */
export const test = base.extend<
    { layout: Layout; replay: Replay },
    { cockpitVersion: string; cockpitFolder: string }
>({
    layout: ["desktop", { option: true }],
    cockpitVersion: ["337", { option: true, scope: "worker" }],
    cockpitFolder: [
        async ({ cockpitVersion }, use) => use(await unpackedCockpit(cockpitVersion)),
        { scope: "worker", timeout: 300_000 },
    ],
    viewport: async ({ layout }, use) => {
        const { width, height } = layouts[layout];
        await use({ width, height });
    },
    replay: async ({ page, layout, cockpitVersion, cockpitFolder }, use, info) => {
        const replay = new Replay(page, layout, cockpitVersion, cockpitFolder, info);
        await use(replay);
        await replay.finish();
    },
});
