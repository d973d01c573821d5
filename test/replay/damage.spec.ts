// Damaged files, and where they may be found whole.

import { DAMAGE_JSON, LIST_OWN_SNAPSHOTS, copies } from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import { answersOf, saying } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { recordedPool } from "./pools.ts";
import type { Answers } from "./scenario.ts";

const now = Date.UTC(2026, 10, 22, 12, 0, 0) / 1000;
const pool = recordedPool("s11-errors");
const file = "films/a b.mkv";
const damaged = [`/err/home/${file}`, `err/home@bad:/${file}`, "err/locked:/inner", "err:<0x1>"];
const mounts = "err /err zfs rw 0 0\nerr/home /err/home zfs rw 0 0\n";

const listLine = shellQuote([...LIST_OWN_SNAPSHOTS, "err/home"]);
const lookLine = (snapshots: readonly string[]): string => shellQuote(copies("/err/home", file, snapshots));

const day = 86_400;
const found = {
    now: { size: 734_003_200, time: now - 3 * day },
    copies: [
        { snapshot: "daily-3", size: 734_003_200, time: now - 3 * day },
        { snapshot: "daily-1", size: 733_003_200, time: now - 9 * day },
    ],
    unread: [{ snapshot: "daily-0", error: "Input/output error" }],
};

const scrubStarted = '{"kind":"event","class":"sysevent.fs.zfs.scrub_start","pool":"err","count":1}\n';

const host = (more: Answers = {}) => ({
    mounts,
    time: now,
    answers: {
        ...answersOf([pool]),
        [[...DAMAGE_JSON, "err"].join(" ")]: {
            stdout: JSON.stringify({ pools: { err: { ...pool.json, errlist: damaged } } }),
        },
        [listLine]: {
            stdout: ["daily-3", "daily-2", "bad", "daily-1", "daily-0"]
                .map((name) => `err/home@${name}\n`)
                .join(""),
        },
        [lookLine(["daily-3", "daily-2", "daily-1", "daily-0"])]: { stdout: JSON.stringify(found) },
        ...more,
    },
});

test("a good copy is looked for in the snapshots in which the file is not damaged, the newest first", async ({
    replay,
}) => {
    const frame = await replay.open(host(), "/pools/err");
    const section = frame.getByRole("region", { name: "Damaged files" });
    await expect(section.getByRole("button", { name: /^Look for a good copy/ })).toHaveCount(3);
    const search = section.getByRole("button", { name: `Look for a good copy of ${damaged[0] ?? ""}` });
    await search.focus();
    await replay.page.keyboard.press("Enter");
    const list = section.getByRole("list", { name: "Copies" }).getByRole("listitem");
    await expect(list).toHaveCount(2);
    await expect(list.first()).toContainText("daily-3: 700 MiB, changed");
    await expect(list.first()).toContainText("it may well be the same blocks");
    await expect(list.last()).toContainText("last week");
    await expect(list.last()).not.toContainText("same blocks");
    await expect(list.last().getByRole("link", { name: "daily-1" })).toHaveAttribute(
        "href",
        "#/datasets/err/home?tab=snapshots&snapshot=daily-1",
    );
    await expect(list.last()).toContainText(`/err/home/.zfs/snapshot/daily-1/${file}`);
    await expect(section).toContainText("1 snapshot could not be read: Input/output error");
    await section.getByRole("button", { name: "Look for a good copy of err/locked:/inner" }).click();
    await expect(section).toContainText("err/locked is not mounted");
    await expectAccessible(frame);
    await replay.screenshot("damage-copies");
});

test("a damaged file that was renamed has its new name when the pools are read again", async ({ replay }) => {
    const frame = await replay.open(host(), "/pools/err");
    const section = frame.getByRole("region", { name: "Damaged files" });
    await expect(section).toContainText("err/locked:/inner");
    const errlist = damaged.map((path) => path.replace("inner", "renamed"));
    const renamed = {
        [[...DAMAGE_JSON, "err"].join(" ")]: {
            stdout: JSON.stringify({ pools: { err: { ...pool.json, errlist } } }),
        },
    };
    await replay.scenario.answer(saying(host(renamed).answers, scrubStarted));
    await expect(section).toContainText("err/locked:/renamed");
    await expect(section).not.toContainText("err/locked:/inner");
});

test("a list that takes long is shown although the pools are read again meanwhile", async ({ replay }) => {
    const line = [...DAMAGE_JSON, "err"].join(" ");
    const { answers, ...rest } = host();
    const slow = { ...answers, [line]: { ...answers[line], delay: 2_500 } };
    const frame = await replay.open({ ...rest, answers: slow }, "/pools/err");
    const section = frame.getByRole("region", { name: "Damaged files" });
    await expect(async () => {
        await replay.scenario.answer(saying(slow, scrubStarted));
        await expect(section).toContainText("err/locked:/inner", { timeout: 500 });
    }).toPass({ timeout: 10_000 });
});

test("very many snapshots are looked into by portions", async ({ replay }) => {
    const names = Array.from({ length: 130 }, (_, index) => `s${130 - index}`);
    const frame = await replay.open(
        host({
            [listLine]: { stdout: names.map((name) => `err/home@${name}\n`).join("") },
            [lookLine(names.slice(0, 100))]: { stdout: '{"now":null,"copies":[],"unread":[]}' },
            [lookLine(names.slice(100))]: {
                stdout: JSON.stringify({
                    ...found,
                    unread: [],
                    copies: [{ snapshot: "s1", size: 1, time: 5 }],
                }),
            },
        }),
        "/pools/err",
    );
    const section = frame.getByRole("region", { name: "Damaged files" });
    await section
        .getByRole("button", { name: /^Look for a good copy/ })
        .first()
        .click();
    await expect(section).toContainText("It is in none of the 100 snapshots that were looked into.");
    await section.getByRole("button", { name: "Look into 30 older snapshots" }).click();
    await expect(section).toContainText(`/err/home/.zfs/snapshot/s1/${file}`);
    await expect(section.getByRole("button", { name: /older/ })).toBeHidden();
});

test("a filesystem that does not answer, and one without snapshots, say so", async ({ replay }) => {
    const { answers, ...rest } = host({
        [lookLine(["daily-3", "daily-2", "daily-1", "daily-0"])]: {
            stderr: "zfsadmin copies: it took longer than 30 s\n",
            exit: 1,
        },
    });
    const frame = await replay.open({ ...rest, answers }, "/pools/err");
    const section = frame.getByRole("region", { name: "Damaged files" });
    const search = section.getByRole("button", { name: /^Look for a good copy/ });
    await search.first().click();
    await expect(section).toContainText("it took longer than 30 s");
    await replay.scenario.answer({ ...answers, [listLine]: { stdout: "err/home@bad\n" } });
    await search.first().click();
    await expect(section).toContainText("err/home has no snapshot, or the file is damaged in each of them.");
});

for (const layout of Object.keys(layouts) as Layout[]) {
    test.describe(layout, () => {
        test.use({ layout });

        test("the copies fit", async ({ replay }) => {
            const frame = await replay.open(host(), "/pools/err");
            const section = frame.getByRole("region", { name: "Damaged files" });
            await section
                .getByRole("button", { name: /^Look for a good copy/ })
                .first()
                .click();
            await expect(section.getByRole("list", { name: "Copies" })).toBeVisible();
            await section.scrollIntoViewIfNeeded();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("damage");
        });
    });
}
