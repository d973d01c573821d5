import type { State } from "./state.ts";

/** What changes the shape of a pool, and what goes on in its devices. */
export const work: readonly State[] = [
    {
        name: "removal under way",
        make: `parameter zfs_removal_suspend_progress 1
            vdevs a b c; zpool create tank $V/a $V/b $V/c; fill tank 8M; zpool remove tank $V/c`,
        until: "^remove: Evacuation of .* in progress",
        laterRemark: "removing",
        says: `
            tank  ONLINE
              a   ONLINE
              b   ONLINE
              c   ONLINE  removing
            removal: inProgress`,
    },
    {
        name: "raidz expansion under way",
        feature: "raidz_expansion",
        make: `vdevs a b c d; zpool create tank raidz1 $V/a $V/b $V/c; fill tank 8M
            parameter raidz_expand_max_reflow_bytes 100000
            zpool attach tank raidz1-0 $V/d`,
        until: "[0-9]K / .* copied",
        says: `
            tank        ONLINE
              raidz1-0  ONLINE
                a       ONLINE
                b       ONLINE
                c       ONLINE
                d       ONLINE
            expansion: raidz1-0 inProgress`,
        saysWithout: `
            tank        ONLINE
              raidz1-0  ONLINE
                a       ONLINE
                b       ONLINE
                c       ONLINE`,
    },
    {
        name: "trim under way",
        make: "slow_trims; vdevs a b; zpool create tank mirror $V/a $V/b; zpool trim -r 64K tank",
        until: "trimmed, started",
        moves: ["percent"],
        says: `
            tank        ONLINE
              mirror-0  ONLINE
                a       ONLINE  trim active
                b       ONLINE  trim active`,
    },
    {
        name: "trim suspended",
        make: `slow_trims; vdevs a b; zpool create tank mirror $V/a $V/b
            zpool trim -r 64K tank; zpool trim -s tank`,
        until: "trimmed, suspended",
        says: `
            tank        ONLINE
              mirror-0  ONLINE
                a       ONLINE  trim suspended
                b       ONLINE  trim suspended`,
    },
    {
        name: "initialize suspended",
        make: `vdevs a b; zpool create tank mirror $V/a $V/b
            zpool initialize tank; zpool initialize -s tank`,
        until: "initialized, suspended",
        says: `
            tank        ONLINE
              mirror-0  ONLINE
                a       ONLINE  initialize suspended
                b       ONLINE  initialize suspended`,
    },
];
