// The features of a pool: what each is, and for whom it makes a difference to enable one or all.

import type { Frame } from "@playwright/test";

import { enableFeature, upgradePool } from "../../src/zfs/commands/features.ts";
import { compatibilityFiles } from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import { answersOf } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { compatibilityAnswers } from "./compatibility-files.ts";
import { expect, test } from "./fixtures.ts";
import { done, executeLine, failed } from "./helper-answers.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { moduleAnswers, withModule } from "./module-answers.ts";
import { generatedPool } from "./pools.ts";
import { propertyAnswers } from "./property-answers.ts";
import type { Answers } from "./scenario.ts";

const tank = generatedPool("tank", 10);
const tankId = { name: "tank", guid: tank.json.pool_guid };

const values = {
    ...{ compatibility: "off", "feature@async_destroy": "enabled", "feature@encryption": "active" },
    ...{ "feature@head_errlog": "disabled", "feature@raidz_expansion": "disabled" },
};

const host = (changes: Answers = {}) => ({
    answers: {
        ...answersOf([tank]),
        ...propertyAnswers("tank", values),
        ...moduleAnswers(),
        ...compatibilityAnswers,
        ...changes,
    },
    installed: withModule,
});

const row = (frame: Frame, name: RegExp) => frame.getByRole("row", { name });

test("an upgrade says for which systems it makes a difference, and offers a checkpoint", async ({
    replay,
}) => {
    const line = executeLine(upgradePool(tankId));
    const answers = host({ [line]: failed("cannot upgrade 'tank': out of space\n") });
    const frame = await replay.open(answers, "/pools/tank/features");
    await expect(frame.getByText("An upgrade enables 2 more features.")).toBeVisible();
    await expect(row(frame, /^grub2, grub2-2.12 No; it lacks encryption/)).toBeVisible();
    await frame.getByRole("button", { name: "Upgrade…" }).click();
    const dialog = frame.getByRole("dialog", { name: "Upgrade tank?" });
    const table = dialog.getByRole("grid", { name: "Which systems can import it" });
    await expect(
        table.getByRole("row", { name: /openzfs-2.1-linux.* Yes No; it lacks head_errlog/ }),
    ).toBeVisible();
    await expect(
        table.getByRole("row", { name: /openzfs-2.2 Yes Until raidz_expansion is used/ }),
    ).toBeVisible();
    await expect(table.getByText("openzfs-2.3")).toBeHidden();
    await expect(dialog.getByRole("button", { name: "Take a checkpoint first" })).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("upgrade-dialog");
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await dialog.getByRole("button", { name: "Upgrade tank" }).click();
    await expect(dialog).toContainText("cannot upgrade 'tank': out of space");
});

test("an upgrade warns of the boot loader, also where nobody knows for whom it matters", async ({
    replay,
}) => {
    const unreadable = { [shellQuote(compatibilityFiles("/usr/share/zfs"))]: { stderr: "no\n", exit: 1 } };
    const mounts = "tank/ROOT/debian / zfs rw 0 0\n";
    const frame = await replay.open({ ...host(unreadable), mounts }, "/pools/tank/features");
    await frame.getByRole("button", { name: "Upgrade…" }).click();
    const dialog = frame.getByRole("dialog", { name: "Upgrade tank?" });
    await expect(dialog.getByText("Which systems can import the pool then is not known.")).toBeVisible();
    await expect(dialog.getByText("The system starts from this pool")).toBeVisible();
    await expect(dialog.getByText(/^grub2 can/)).toBeHidden();
    await expectAccessible(frame);
    await replay.screenshot("upgrade-boot-unknown");
});

test("an upgrade of the pool that the system starts from says what GRUB can", async ({ replay }) => {
    const mounts = "tank/BOOT/debian /boot zfs rw 0 0\n";
    const frame = await replay.open({ ...host(), mounts }, "/pools/tank/features");
    await frame.getByRole("button", { name: "Upgrade…" }).click();
    const dialog = frame.getByRole("dialog", { name: "Upgrade tank?" });
    await expect(dialog.getByText("The system starts from this pool")).toBeVisible();
    await expect(dialog.getByText("grub2 cannot read it afterwards: it lacks encryption")).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("upgrade-boot");
});

test("one feature is enabled, and its row follows", async ({ replay }) => {
    const { answers, installed } = host({ [executeLine(enableFeature(tankId, "raidz_expansion"))]: done });
    const frame = await replay.open({ answers, installed }, "/pools/tank/features");
    await frame.getByRole("button", { name: "Enable raidz_expansion" }).click();
    const dialog = frame.getByRole("dialog", { name: "Enable raidz_expansion on tank?" });
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await replay.scenario.answer({
        ...answers,
        ...propertyAnswers("tank", { ...values, "feature@raidz_expansion": "enabled" }),
    });
    await dialog.getByRole("button", { name: "Enable raidz_expansion" }).click();
    await expect(dialog).toBeHidden();
    await expect(row(frame, /^raidz_expansion .* Enabled/)).toBeVisible();
});

for (const layout of Object.keys(layouts) as Layout[])
    test.describe(layout, () => {
        test.use({ layout });
        test("features fit", async ({ replay }) => {
            const frame = await replay.open(host(), "/pools/tank/features");
            await expect(frame.getByText("Encrypted filesystems and volumes.")).toBeVisible();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("features");
        });
    });
