/*
 * THE STATES THAT POOLS CAN BE IN. Each is made on real ZFS by a few lines of shell, holds still while tests look at
 * it, and is undone without a trace. `layouts.ts`, `devices.ts`, `scans.ts` and `work.ts` describe them, `all.ts`
 * collects them; `states.spec.ts` asks whether our model and the page say the same.
 *
 * What goes on by itself is held still by ZFS's own means for testing (module parameters) or by a slow device, never
 * by good timing. When a state holds is asked of `zpool status` in the guest.
 */
import type { Machine } from "../../vm/machine.ts";
import { quote } from "../../vm/process.ts";

export interface State {
    /** Its name for people: "scrub, paused". */
    readonly name: string;
    /** Shell lines for root that make it, with the functions of `prelude`. */
    readonly make: string;
    /** An extended regular expression that a line of `zpool status -it` matches as soon as the state holds. */
    readonly until: string;
    /** What is true then, as `outline` says it: the rows of the device tree, and what else there is to say. */
    readonly says: string;
    /** A remark in `says` that the JSON form does not carry. */
    readonly textAlone?: string;
    /** A remark in `says` that came with 2.2. */
    readonly laterRemark?: string;
    /** Fields of the model that change from one call to the next, or are in one form alone. */
    readonly moves?: readonly string[];
    /**
     * What this ZFS must have, by the name of a pool feature in /sys/module/zfs/features.pool. Without it ZFS refuses
     * the last line of `make`, and `saysWithout` is true.
     */
    readonly feature?: string;
    readonly saysWithout?: string;
    /** Shell lines that undo what the end of the pools leaves: device mapper tables, pulled disks. */
    readonly undo?: string;
}

/** The folder of the vdevs that are files: "a" in a state is the file `a` in it. */
export const vdevFolder = "/run/states/vdevs";

const prelude = `
set -eu
V=${vdevFolder}
D=/dev/disk/by-id/virtio-DISK
H=/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_HOT
mkdir -p $V /run/states/parameters
# zpool partitions whole disks, and may then be too quick for udev
create() { for try in 1 2 3 4 5; do zpool create -f "$@" && return; udevadm settle; done; return 1; }
vdevs() { for vdev; do truncate -s 256M "$V/$vdev"; done; }
fill() { head -c "$2" /dev/urandom >"/$1/data"; zpool sync "$1"; }
parameter() {
    file=/sys/module/zfs/parameters/$1
    [ -e $file ] || return 0 # this ZFS does not have it
    [ -e /run/states/parameters/$1 ] || cat $file >/run/states/parameters/$1
    echo "$2" >$file
}
freeze_scans() { parameter zfs_scan_suspend_progress 1; }
# the rate of "zpool trim -r" counts from the second piece of a metaslab on: an empty one would be one piece
slow_trims() { parameter zfs_trim_extent_bytes_max 1048576; }
`;

/** A pool feature that came with 2.2. */
const featureOf22 = "block_cloning";

/** How long a state may take to come about, in seconds. */
const patience = 60;

/** Whether the guest's ZFS knows a pool feature. */
export async function hasFeature(machine: Machine, feature: string): Promise<boolean> {
    const { stdout } = await machine.execute("ls /sys/module/zfs/features.pool");
    return stdout.split("\n").some((name) => name.endsWith(`:${feature}`));
}

/** Brings the guest into a state; gives what the outline must be then. */
export async function enter(machine: Machine, state: State): Promise<string> {
    const isKnown = state.feature === undefined || (await hasFeature(machine, state.feature));
    const { exitCode, stderr } = await machine.execute(prelude + state.make, { check: false });
    if (isKnown && exitCode !== 0) throw new Error(`“${state.name}” cannot be made: ${stderr}`);
    if (!isKnown && exitCode === 0) throw new Error(`“${state.name}” was made without ${state.feature}`);
    if (!isKnown) return state.saysWithout ?? "";
    await machine.execute(`until zpool status -it | grep -qE ${quote(state.until)}; do
        [ $SECONDS -lt ${patience} ] || { zpool status -it >&2; exit 1; }
        sleep 0.1
    done`);
    const { says, laterRemark } = state;
    return laterRemark === undefined || (await hasFeature(machine, featureOf22))
        ? says
        : says.replace(`  ${laterRemark}`, "");
}

/** Leaves a state: no pool, no device of its own, module parameters as before. */
export async function leave(machine: Machine, { undo = "" }: State): Promise<void> {
    await machine.execute(`${prelude}
        for file in /run/states/parameters/*; do
            [ ! -e $file ] || cat $file >/sys/module/zfs/parameters/\${file##*/}
        done
        zpool list -Ho name | xargs -r -d '\\n' -n 1 zpool destroy -f
        ${undo}
        rm -rf /run/states
        [ -z "$(zpool list -Ho name)" ]`);
}
