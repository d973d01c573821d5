import type { State } from "./state.ts";

const mirror = "vdevs a b c; zpool create tank mirror $V/a $V/b; fill tank 8M";

/** What reads through a whole pool, under way and afterwards. */
export const scans: readonly State[] = [
    {
        name: "scrub finished",
        make: `${mirror}; zpool scrub -w tank`,
        until: "scrub repaired 0B",
        says: `
            tank        ONLINE
              mirror-0  ONLINE
                a       ONLINE
                b       ONLINE
            scan: scrub finished`,
    },
    {
        name: "scrub under way",
        make: `freeze_scans; ${mirror}; zpool scrub tank`,
        until: "scrub in progress",
        says: `
            tank        ONLINE
              mirror-0  ONLINE
                a       ONLINE
                b       ONLINE
            scan: scrub inProgress`,
    },
    {
        name: "scrub paused",
        make: `freeze_scans; ${mirror}; zpool scrub tank; zpool scrub -p tank`,
        until: "scrub paused",
        says: `
            tank        ONLINE
              mirror-0  ONLINE
                a       ONLINE
                b       ONLINE
            scan: scrub paused`,
    },
    {
        name: "resilver under way",
        make: `freeze_scans; ${mirror}; zpool attach tank $V/a $V/c`,
        until: "resilver in progress",
        says: `
            tank        ONLINE
              mirror-0  ONLINE
                a       ONLINE
                b       ONLINE
                c       ONLINE
            scan: resilver inProgress`,
    },
    {
        name: "device being replaced",
        make: `freeze_scans; ${mirror}; zpool offline tank $V/b; zpool replace tank $V/b $V/c`,
        until: "resilver in progress",
        says: `
            tank              DEGRADED
              mirror-0        DEGRADED
                a             ONLINE
                replacing-1   DEGRADED
                  b           OFFLINE
                  c           ONLINE
            scan: resilver inProgress`,
    },
    {
        name: "sequential rebuild under way",
        make: `modprobe dm-delay
            dmsetup create slow --table "0 $(blockdev --getsz \${H}2) delay \${H}2 0 0 \${H}2 0 30"
            parameter zfs_vdev_rebuild_max_active 1
            parameter zfs_rebuild_max_segment 16384
            parameter zfs_rebuild_vdev_limit 65536
            parameter zfs_vdev_aggregation_limit 16384
            create tank \${D}1; fill tank 32M
            zpool attach -f -s tank \${D}1 /dev/mapper/slow`,
        until: "slow +ONLINE .*\\(resilvering\\)",
        says: `
            tank        ONLINE
              mirror-0  ONLINE
                DISK1   ONLINE
                slow    ONLINE  resilvering
            rebuild: mirror-0 inProgress`,
        textAlone: "resilvering",
        moves: ["activity", "scanned", "issued", "repaired", "percent"],
        undo: "dmsetup remove slow",
    },
    {
        name: "permanent errors",
        make: `truncate -s 64M $V/a; zpool create -O compression=off tank $V/a
            yes needle | head -c 1M >/run/states/data
            cp /run/states/data /tank/data; zpool export tank
            place=$(grep -obaF -m 1 needle $V/a | head -n 1 | cut -d : -f 1)
            dd if=/dev/zero of=$V/a bs=1 seek=$place count=512 conv=notrunc status=none
            zpool import -d $V tank; zpool scrub -w tank`,
        until: "errors: 1 data errors",
        says: `
            tank  ONLINE
              a   ONLINE
            scan: scrub finished
            errors: count`,
    },
];
