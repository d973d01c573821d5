// What features are, in a sentence each; zpool-features(7).
import { _ } from "../../i18n.ts";
import type { Feature } from "../../zfs/features.ts";

/** What a feature is for; ZFS's own words for one that is not known here. */
export const featureText = ({ name, rule }: Feature): string => texts()[name] ?? rule?.description ?? "";

/** The state of a feature. */
export function featureStateText(state: Feature["state"]): string {
    switch (state) {
        case "active":
            return _("Active");
        case "enabled":
            return _("Enabled");
        case "disabled":
            return _("Disabled");
        case "inactive":
            return _("Unknown to this ZFS, not in use");
        case "readonly":
            return _("Unknown to this ZFS, read-only");
        default:
            return state;
    }
}

const texts = (): Readonly<Record<string, string>> => ({
    allocation_classes: _("Devices of their own for metadata, small blocks and deduplication tables."),
    async_destroy: _("Destroyed filesystems give back their space in the background."),
    blake3: _("The checksum blake3: cryptographic, and fast."),
    block_cloning: _("Copies of files that share their blocks until one is changed (cp --reflink)."),
    block_cloning_endian: _("The table of shared blocks can be read by computers of either byte order."),
    bookmark_v2: _("Bookmarks of encrypted filesystems, for incremental raw sends."),
    bookmark_written: _("How much was written since a bookmark."),
    bookmarks: _("Marks of snapshots that take no space, from which can be sent incrementally."),
    device_rebuild: _("Mirrors and draid are rebuilt in the order of the disk."),
    device_removal: _("Devices with data can be removed from the pool."),
    draid: _("Draid: raidz with spares spread over all disks, for quick rebuilds."),
    dynamic_gang_header: _(
        "Larger headers of gang blocks, which hold data where free space is in small pieces. An upgrade leaves it disabled.",
    ),
    edonr: _("The checksum Edon-R."),
    embedded_data: _("Very small blocks stand in the pointer to them and take no space."),
    empty_bpobj: _("Many snapshots of datasets that hardly change take less space."),
    enabled_txg: _("The pool remembers when each feature was enabled."),
    encryption: _("Encrypted filesystems and volumes."),
    extensible_dataset: _("Datasets can hold what later features need; many of these rest on it."),
    fast_dedup: _("Deduplication with a log, a quota and a table that can be pruned."),
    filesystem_limits: _("Limits for the number of filesystems and snapshots."),
    head_errlog: _("Damage is recorded per filesystem, and can be scrubbed alone."),
    hole_birth: _("Sends know when holes in files were made, and become smaller."),
    large_blocks: _("Records larger than 128 KiB."),
    large_dnode: _("More room in a file's own record, for extended attributes."),
    large_microzap: _("Larger folders in the quick form."),
    livelist: _("Clones are destroyed quickly."),
    log_spacemap: _("Changes of free space are logged together, which needs fewer writes."),
    longname: _("File names of up to 1,023 bytes."),
    lz4_compress: _("The compression lz4."),
    multi_vdev_crash_dump: _("Crash dumps onto pools of several devices, on illumos."),
    obsolete_counts: _("A removed device's table of moved blocks becomes smaller with time."),
    physical_rewrite: _("Files can be written anew without looking changed (zfs rewrite -P)."),
    project_quota: _("Space and files are counted, and limited, by project."),
    raidz_expansion: _("Disks can be attached to a raidz one by one."),
    redacted_datasets: _("Copies from which parts were left out."),
    redaction_bookmarks: _("Marks that say what is left out of a send."),
    redaction_list_spill: _("Such marks for larger lists."),
    resilver_defer: _("A second resilver waits, where it would begin the first one anew."),
    sha512: _("The checksum SHA-512/256."),
    skein: _("The checksum Skein."),
    spacemap_histogram: _("How free space is spread is known, so that better places are chosen."),
    spacemap_v2: _("Maps of free space take less room."),
    userobj_accounting: _("Files are counted, and limited, by user and group."),
    vdev_zaps_v2: _("Devices can have properties."),
    zilsaxattr: _("Extended attributes are logged when they are set (xattr=sa)."),
    zpool_checkpoint: _("The whole pool can go back to a checkpoint."),
    zstd_compress: _("The compression zstd."),
});
