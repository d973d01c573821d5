// The Activity page on a real host: a change that was made in a terminal is there by itself, with the name of the
// person who made it.
import { users } from "../vm/machine.ts";

import { filePool } from "./file-pool.ts";
import { expect, test } from "./fixtures.ts";
import type { Session } from "./session.ts";

const rows = (session: Session) => session.zfs.locator("tr[data-row]");

test("a change in a terminal appears live, with the person's name", async ({ machine, admin }) => {
    await machine.execute(filePool("tank"));
    await admin.goTo("/activity");
    await expect(admin.zfs.getByRole("heading", { name: "Activity", level: 1 })).toBeVisible();

    // what pam_loginuid does at a login: the kernel keeps it through su and sudo
    await machine.execute(
        "echo $(id -u admin) >/proc/self/loginuid && " +
            `su admin -c 'echo ${users.password} | sudo --stdin zfsadmin execute -- zpool scrub tank'`,
    );
    const scrub = rows(admin).filter({ hasText: "zpool scrub tank" });
    await expect(scrub).toContainText("admin");
    await expect(scrub).toContainText("Done");

    await machine.execute("zfsadmin execute -- zpool scrub nosuchpool", { check: false });
    const failed = rows(admin).filter({ hasText: "nosuchpool" }).first();
    await expect(failed).toContainText(/Failed: .*nosuchpool/);

    await scrub.click();
    const details = admin.zfs.getByRole("dialog");
    await expect(details).toContainText("Exit status 0");
    await expect(details).toContainText("A terminal");
    await admin.page.keyboard.press("Escape");

    await admin.zfs.getByRole("combobox", { name: "Outcome" }).selectOption("Failed");
    await expect(scrub).toHaveCount(0);
    await expect(failed).toBeVisible();
});

test("limited access says what it needs", async ({ limited }) => {
    await limited.goTo("/activity");
    await expect(
        limited.zfs.getByRole("heading", { name: "Activity needs administrative access" }),
    ).toBeVisible();
});
