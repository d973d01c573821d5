// What ten thousand datasets cost the browser: from the last byte of their list until the first rows, beside decoding and
// splitting the same bytes; the longest tasks of scrolling; memory. Figures are printed, nothing is judged by them. Times
// are those in which the page had the processor, but for tasks: a busy machine has longer ones.

import type { Frame, Page } from "@playwright/test";

import { answersOf } from "./answers.ts";
import { datasetAnswers, listOf, manyDatasets } from "./datasets.ts";
import { expect, test } from "./fixtures.ts";
import type { Host } from "./fixtures.ts";
import { longTasks, watchLongTasks } from "./long-tasks.ts";
import { generatedPool } from "./pools.ts";

const rounds = 5;
const mebibyte = 2 ** 20;
const datasets = manyDatasets("tank", 10_000);
const list = listOf(datasets);
const host: Host = {
    answers: { ...answersOf([generatedPool("tank", 10)]), ...datasetAnswers(datasets) },
    installed: ["zpool", "zfs", "zfsadmin", "findmnt"],
};

/** A mark in the browser's trace. */
interface Mark {
    readonly name: string;
    readonly cat: string;
    /** when it was set, in microseconds that its thread had had the processor */
    readonly tts: number;
}

/** Has the browser set marks when pieces of a long output come, and once the first rows of a long table are painted. */
const markMoments = (page: Page): Promise<unknown> =>
    page.addInitScript(() => {
        let channel: string | undefined;
        const listen = ({ data }: MessageEvent<unknown>) => {
            if (!(data instanceof ArrayBuffer)) return;
            const bytes = new Uint8Array(data);
            const own = new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(10)));
            if (bytes.length > 30_000) channel = own;
            if (own === channel) performance.mark("piece");
        };
        window.addEventListener("message", listen, true);
        new MutationObserver((_changes, observer) => {
            if (!document.querySelector(".zfs-virtual tr[data-row]")) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => performance.mark("rows")));
        }).observe(document, { childList: true, subtree: true });
    });

/** The marks that the browser sets while `run` goes on. */
async function marksOf(page: Page, run: () => Promise<void>): Promise<readonly Mark[]> {
    const browser = page.context().browser();
    if (!browser) throw new Error("a page without a browser");
    await browser.startTracing(page, { categories: ["blink.user_timing"] });
    await run();
    const trace = (await browser.stopTracing()).toString("utf8");
    const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly Mark[] };
    return traceEvents
        .filter(({ cat }) => cat === "blink.user_timing")
        .sort((one, other) => one.tts - other.tts);
}

/** Loads the page anew, at its first screen. */
async function openAnew(frame: Frame): Promise<void> {
    await frame.evaluate(() => {
        document.documentElement.dataset["isOld"] = "";
        location.hash = "#/";
        location.reload();
    });
    await frame.locator("html:not([data-is-old])").waitFor();
    await expect(frame.getByText("10 devices")).toBeVisible({ timeout: 15_000 });
}

async function openDatasets(frame: Frame): Promise<void> {
    await frame.getByRole("link", { name: "Datasets" }).click();
    await frame.waitForFunction(() => performance.getEntriesByName("rows").length > 0);
}

/** Does to the bytes of the list what nobody can do without. */
const splitList = (frame: Frame): Promise<number> =>
    frame.evaluate((text) => {
        const bytes = new TextEncoder().encode(text);
        performance.mark("split");
        const lines = new TextDecoder()
            .decode(bytes)
            .split("\n")
            .map((line) => line.split("\t"));
        performance.mark("split end");
        return lines.length;
    }, list);

/** Milliseconds of each part of opening the datasets. */
async function measure(page: Page, frame: Frame) {
    const marks = await marksOf(page, async () => {
        await openDatasets(frame);
        await splitList(frame);
    });
    const at = (mark: Mark | undefined) => (mark?.tts ?? NaN) / 1000;
    const first = (name: string) => at(marks.find((mark) => mark.name === name));
    const lastByte = at(marks.findLast(({ name }) => name === "piece"));
    return {
        coming: lastByte - first("piece"),
        rows: first("rows") - lastByte,
        split: first("split end") - first("split"),
    };
}

/** Bytes that scripts keep. */
async function keptMemory(page: Page): Promise<number> {
    const session = await page.context().newCDPSession(page);
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    await session.detach();
    return usedSize;
}

const median = (values: readonly number[]): number =>
    values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

const say = (what: string, amount: number, unit: string) =>
    console.log(`${what.padEnd(56)}${amount.toFixed(1).padStart(8)} ${unit}`);

test("ten thousand datasets from the last byte to the first rows", async ({ replay }) => {
    test.setTimeout(600_000);
    const { page } = replay;
    await markMoments(page);
    const frame = await replay.open(host);
    const all = [];
    for (let round = 0; round < rounds; round++) {
        await openAnew(frame);
        all.push(await measure(page, frame));
    }
    const rows = median(all.map((one) => one.rows));
    const split = median(all.map((one) => one.split));
    say("from the last byte of 10,000 datasets to the first rows", rows, "ms");
    say("while they come", median(all.map((one) => one.coming)), "ms");
    say(`decoding and splitting their ${(list.length / mebibyte).toFixed(1)} MiB`, split, "ms");
    console.log(`ratio ${(rows / split).toFixed(1)}`);
});

test("scrolling ten thousand datasets, and the memory of them", async ({ replay }) => {
    test.setTimeout(600_000);
    const { page } = replay;
    await markMoments(page);
    const frame = await replay.open(host);
    await openAnew(frame);
    const before = await keptMemory(page);
    await openDatasets(frame);
    await frame.getByRole("button", { name: "Expand all" }).click();
    await expect(frame.getByRole("treegrid")).toHaveAttribute("aria-rowcount", "10001");
    const after = await keptMemory(page);
    await watchLongTasks(frame);
    await frame.locator("tr[data-row]").first().focus();
    for (const key of ["End", "Home", ...Array.from({ length: 40 }, () => "PageDown")])
        await page.keyboard.press(key);
    await page.mouse.move(700, 500);
    for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, 5_000);
    const longest = (await longTasks(frame)).toSorted((one, other) => other - one).slice(0, 3);
    console.log(`longest tasks over 50 ms while scrolling: ${longest.join(", ") || "none"} ms`);
    say("memory without 10,000 datasets", before / mebibyte, "MiB");
    say("memory with them, all in view", after / mebibyte, "MiB");
    console.log(`ratio of what they add to their list ${((after - before) / list.length).toFixed(1)}`);
});
