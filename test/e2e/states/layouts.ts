import type { State } from "./state.ts";

/** How pools are built, all of them well. */
export const layouts: readonly State[] = [
    {
        name: "raidz2",
        make: "create tank raidz2 ${D}1 ${D}2 ${D}3 ${D}4 ${D}5 ${D}6",
        until: "raidz2-0 +ONLINE",
        says: `
            tank        ONLINE
              raidz2-0  ONLINE
                DISK1   ONLINE
                DISK2   ONLINE
                DISK3   ONLINE
                DISK4   ONLINE
                DISK5   ONLINE
                DISK6   ONLINE`,
    },
    {
        name: "mirrors with special, dedup, log, cache and spare",
        make: `vdevs a b c d e f g h i
            create tank mirror $V/a $V/b mirror $V/c $V/d special mirror $V/e $V/f \\
                dedup mirror $V/g $V/h log \${D}1 cache \${D}2 spare $V/i`,
        until: "/i +AVAIL",
        says: `
            tank        ONLINE
              mirror-0  ONLINE
                a       ONLINE
                b       ONLINE
              mirror-1  ONLINE
                c       ONLINE
                d       ONLINE
            dedup
              mirror-3  ONLINE
                g       ONLINE
                h       ONLINE
            special
              mirror-2  ONLINE
                e       ONLINE
                f       ONLINE
            logs
              DISK1     ONLINE
            cache
              DISK2     ONLINE
            spares
              i         AVAIL`,
    },
    {
        name: "dRAID",
        make: "vdevs a b c d e; zpool create tank draid1:2d:5c:1s $V/a $V/b $V/c $V/d $V/e",
        until: "draid1-0-0 +AVAIL",
        says: `
            tank                   ONLINE
              draid1:2d:5c:1s-0    ONLINE
                a                  ONLINE
                b                  ONLINE
                c                  ONLINE
                d                  ONLINE
                e                  ONLINE
            spares
              draid1-0-0           AVAIL`,
    },
    {
        name: "names with spaces and worse",
        make: `mkdir "$V/my disks"
            vdevs "my disks/the first one" "<b>\\$HOME's"
            zpool create "my pool" mirror "$V/my disks/the first one" "$V/<b>\\$HOME's"`,
        until: "mirror-0 +ONLINE",
        says: `
            my pool  ONLINE
              mirror-0  ONLINE
                my disks/the first one  ONLINE
                <b>$HOME's  ONLINE`,
    },
    {
        name: "two pools",
        make: `vdevs a b c
            zpool create backup $V/a
            zpool create tank mirror $V/b $V/c`,
        until: "mirror-0 +ONLINE",
        says: `
            backup      ONLINE
              a         ONLINE
            tank        ONLINE
              mirror-0  ONLINE
                b       ONLINE
                c       ONLINE`,
    },
    {
        name: "checkpoint",
        make: "vdevs a; zpool create tank $V/a; zpool checkpoint tank",
        until: "^checkpoint: created",
        says: `
            tank  ONLINE
              a   ONLINE
            checkpoint: exists`,
    },
];
