// The tests in a browser. One project is one way to reach the page: the replay lane in an old and a new Cockpit, and
// the product itself on real ZFS in a virtual machine.

import process from "node:process";

import { defineConfig } from "@playwright/test";

import type { Layout } from "./test/replay/layouts.ts";

const chromiumFlags = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/** One machine serves all tests; under software emulation it is some twenty times slower than the host, and not alone on it. */
const onOneMachine = {
    ...{ workers: 1, fullyParallel: false, timeout: 600_000, expect: { timeout: 120_000 } },
    use: { actionTimeout: 120_000 },
};

/**
 * Without ALL, as in "make check": of the looks the phone, which shows first what does not fit, and all of them for the
 * first page; and in the older Cockpit that page, and what it says when commands fail.
 * With ALL, every screen in both, too, since where the theme and the direction come from is Cockpit's matter; but not
 * what our own styles alone decide: 360 px, and the looks of dialogs. How the older Cockpit runs commands is seen on
 * Debian 12 as well.
 */
const whole = Boolean(process.env["ALL"]);
const looks = whole ? {} : { grepInvert: / (desktop|narrow|dark|rtl) (?!fits and is accessible)|@all/ };
const whatDiffers = whole
    ? {
          grep: [
              /(first-page|live|activity|trouble|change|keys|datasets)\.spec/,
              / (phone|dark|rtl) (?!the dialogs)/,
          ],
          grepInvert: / narrow (?!fits and is accessible)/,
      }
    : {
          grep: /(first-page|trouble)\.spec/,
          grepInvert: / (phone|narrow|dark|rtl) (?!fits and is accessible)|@all/,
      };

export default defineConfig<{ layout: Layout }, { cockpitVersion: string }>({
    // guests may be tested side by side
    outputDir: `test-results/browser/${process.env["TEST_OS"] ?? ""}`,
    fullyParallel: true,
    forbidOnly: true,
    retries: 0,
    workers: 2,
    timeout: 60_000,
    // less than the ten seconds after which a page asks again by itself, or that could pass for what it was to do at once
    expect: { timeout: 8_000 },
    reporter: [
        ["list"],
        ["json", { outputFile: `${process.env["RESULTS"] ?? "build/results"}/playwright.json` }],
    ],
    use: {
        browserName: "chromium",
        launchOptions: { executablePath: "/usr/bin/chromium-headless-shell", args: chromiumFlags },
        // a recording costs a third of the time: TESTS="--trace on" makes one
        screenshot: "only-on-failure",
    },
    projects: [
        { name: "replay-287", testDir: "test/replay", use: { cockpitVersion: "287" }, ...whatDiffers },
        { name: "replay-337", testDir: "test/replay", use: { cockpitVersion: "337" }, ...looks },
        { name: "e2e", testDir: "test/e2e", ...onOneMachine },
        { name: "bench", testDir: "test/bench", testMatch: "*.bench.ts", ...onOneMachine },
        { name: "bench-replay", testDir: "test/replay", testMatch: "*.bench.ts", workers: 1 },
    ],
});
