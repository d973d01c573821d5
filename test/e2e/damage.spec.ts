// A damaged file, and its good copy in a snapshot.
import { expect, test } from "./fixtures.ts";

const folder = "/run/damage";

/** A pool in a file, in which the blocks of a file are damaged that one snapshot shares, and an older one does not. */
const damage = `set -e
rm -rf ${folder}; mkdir ${folder}; truncate -s 64M ${folder}/a
zpool create -O compression=off tank ${folder}/a
zfs create tank/home; yes before | head -c 1M >/tank/home/data
touch -d '1 hour ago' /tank/home/data; zfs snapshot tank/home@good
yes needle | head -c 1M >${folder}/new; cat ${folder}/new >/tank/home/data
zfs snapshot tank/home@shared; zpool export tank
place=$(grep -obaF -m 1 needle ${folder}/a | head -n 1 | cut -d : -f 1)
dd if=/dev/zero of=${folder}/a bs=1 seek=$place count=512 conv=notrunc status=none
zpool import -d ${folder} tank; zpool scrub -w tank
# 2.1 names of what a scrub found only the snapshot
cat /tank/home/data >/dev/null || true`;

test("of a damaged file the page knows the snapshot that holds another one @all @stable", async ({
    machine,
    admin,
}) => {
    await machine.execute(damage);
    await admin.goTo("/pools/tank");
    const section = admin.zfs.getByRole("region", { name: "Damaged files" });
    await section.getByRole("button", { name: "Look for a good copy of /tank/home/data" }).click();
    const copies = section.getByRole("list", { name: "Copies" });
    const good = copies.getByRole("listitem").filter({ hasText: "good: 1 MiB" });
    const path = "/tank/home/.zfs/snapshot/good/data";
    await expect(good).toContainText(path);
    await expect(good).not.toContainText("same blocks");
    await machine.execute(`test "$(head -n 1 ${path})" = before && cat ${path} >/dev/null`);

    await machine.execute("zfs unmount tank/home");
    await admin.reload();
    await section.getByRole("button", { name: /^Look for a good copy of tank\/home:\/data/ }).click();
    await expect(section).toContainText("tank/home is not mounted");
});
