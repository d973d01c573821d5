import type { State } from "./state.ts";

/** Devices that are not what they should be. */
export const devices: readonly State[] = [
    {
        name: "device offline",
        make: "vdevs a b; zpool create tank mirror $V/a $V/b; zpool offline tank $V/b",
        until: "/b +OFFLINE",
        says: `
            tank        DEGRADED
              mirror-0  DEGRADED
                a       ONLINE
                b       OFFLINE`,
    },
    {
        name: "device faulted by hand",
        make: "vdevs a b; zpool create tank mirror $V/a $V/b; zpool offline -f tank $V/b",
        until: "/b +FAULTED",
        says: `
            tank        DEGRADED
              mirror-0  DEGRADED
                a       ONLINE
                b       FAULTED  external device fault`,
    },
    {
        name: "device faulted by its errors",
        make: `sectors=$(blockdev --getsz \${H}2)
            dmsetup create faulty --table "0 $sectors linear \${H}2 0"
            create tank mirror \${D}1 /dev/mapper/faulty
            dmsetup load faulty --table "0 $sectors error"
            dmsetup resume faulty
            fill tank 1M`,
        until: "faulty +FAULTED",
        says: `
            tank        DEGRADED
              mirror-0  DEGRADED
                DISK1   ONLINE
                faulty   FAULTED  too many errors`,
        undo: "dmsetup remove faulty",
    },
    {
        name: "disk pulled",
        make: `create tank mirror \${D}1 \${H}1
            echo 1 >/sys/block/$(basename $(readlink \${H}1))/device/delete
            fill tank 1M`,
        until: "HOT1 +REMOVED",
        says: `
            tank        DEGRADED
              mirror-0  DEGRADED
                DISK1   ONLINE
                HOT1    REMOVED`,
        undo: `for host in /sys/class/scsi_host/*/scan; do echo "- - -" >$host; done
            until [ -e \${H}1-part1 ]; do sleep 0.1; done
            udevadm settle; wipefs -qa \${H}1-part1 \${H}1; udevadm settle`,
    },
    {
        name: "device gone at import",
        make: `vdevs a b; zpool create tank mirror $V/a $V/b; zpool export tank
            rm $V/b; zpool import -d $V tank`,
        until: "UNAVAIL .* was ",
        says: `
            tank        DEGRADED
              mirror-0  DEGRADED
                a       ONLINE
                GUID    UNAVAIL  was b`,
    },
    {
        name: "log gone at import",
        make: `vdevs a b; zpool create tank $V/a log $V/b; zpool export tank
            rm $V/b; zpool import -m -d $V tank`,
        until: "UNAVAIL",
        says: `
            tank   DEGRADED
              a    ONLINE
            logs
              GUID  UNAVAIL  was b`,
    },
    {
        name: "spare in use",
        make: `vdevs a b c; zpool create tank mirror $V/a $V/b spare $V/c; zpool offline -f tank $V/b
            zpool replace -f tank $V/b $V/c || : # zed may have been quicker
            zpool wait -t resilver tank`,
        // zed may begin its resilver after it was waited for
        until: "resilvered .* with 0 errors",
        says: `
            tank         DEGRADED
              mirror-0   DEGRADED
                a        ONLINE
                spare-1  DEGRADED
                  b      FAULTED  external device fault
                  c      ONLINE
            spares
              c          INUSE  currently in use
            scan: resilver finished`,
    },
];
