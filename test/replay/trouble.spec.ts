// What the page says and does when something between it and ZFS breaks, and when that is over.

import { answersOf, statusLines } from "./answers.ts";
import { card } from "./cards.ts";
import { expect, test } from "./fixtures.ts";
import { generatedPool } from "./pools.ts";

const tank = generatedPool("tank", 10);
const safe = generatedPool("safe", 10);

test("when the connection is back, the page shows what has changed meanwhile", async ({ replay }) => {
    const frame = await replay.open({ answers: answersOf([tank]) });
    await expect(card(frame, "tank")).toContainText("10 devices");
    await replay.scenario.answer(answersOf([tank, safe]));
    await replay.restart();
    const again = replay.page.getByRole("button", { name: "Reconnect" });
    await expect(again).toBeVisible();
    await replay.screenshot("disconnected");
    await Promise.all([replay.page.waitForEvent("load"), again.click()]);
    await expect(card(await replay.frame(), "safe")).toContainText("10 devices");
    replay.forgiveConsole(/WebSocket|status of 40[13]|ERR_CONNECTION/);
});

test("a part of the page that an upgrade has replaced asks for a reload", async ({ replay }) => {
    const frame = await replay.open({ answers: answersOf([tank]) });
    await replay.page.route(/chunk-.*\.js/, (route) => route.fulfill({ status: 404 }));
    await frame.getByRole("link", { name: "tank" }).click();
    await expect(frame.getByRole("heading", { name: "This page was updated" })).toBeVisible();
    await replay.screenshot("updated");
    await replay.page.unroute(/chunk-.*\.js/);
    await frame.getByRole("button", { name: "Reload" }).click();
    const fresh = await replay.frame();
    await expect(fresh.getByRole("heading", { name: "tank", level: 1 })).toBeVisible();
    replay.forgiveConsole(/chunk-|Failed to fetch/);
});

test("a screen that stops working says so, and takes no other with it", async ({ replay }) => {
    const frame = await replay.open({ answers: answersOf([tank]) });
    // files that are there, and are not what the page was built with
    const empty = { contentType: "text/javascript", body: "export {};" };
    await replay.page.route(/chunk-.*\.js/, (route) => route.fulfill(empty));
    await frame.getByRole("link", { name: "tank" }).click();
    await expect(frame.getByRole("heading", { name: "This page stopped working" })).toBeVisible();
    await expect(frame.getByRole("button", { name: "Reload" })).toBeVisible();
    await frame.getByRole("link", { name: "Overview" }).click();
    await expect(card(frame, "tank")).toContainText("10 devices");
    replay.forgiveConsole(/Minified React error|chunk-/);
});

test("a command that fails for one pool says why on its card, and the others are shown", async ({
    replay,
}) => {
    const failure = { stderr: "cannot open 'tank': internal error\n", exit: 1 };
    const frame = await replay.open({
        answers: {
            ...answersOf([tank, safe]),
            [statusLines.json]: failure,
            [`${statusLines.json} tank`]: failure,
            [`${statusLines.json} safe`]: answersOf([safe])[statusLines.json] ?? {},
        },
    });
    await expect(card(frame, "safe")).toContainText("10 devices");
    await expect(card(frame, "tank")).toContainText("The devices of this pool cannot be read");
    await expect(card(frame, "tank")).toContainText("cannot open 'tank': internal error");
    await expect(card(frame, "tank")).toContainText("21.8 TiB of 36.4 TiB used");
    await replay.screenshot("failed-command");
});
