// What the properties of datasets that nobody sets are called, and what they say; zfsprops(7).
import { _ } from "../../i18n.ts";

import type { PropertyGroup } from "./catalog-group.ts";

/** What a dataset takes, and what it is. */
export const factGroups = (): readonly PropertyGroup[] => [
    {
        id: "space",
        title: _("Space"),
        words: {
            used: [_("Used"), _("All that it takes, with what lies in it, snapshots and reservations.")],
            available: [_("Available"), _("What can still be written to it.")],
            referenced: [
                _("Referenced"),
                _("What can be reached from it now, shared with snapshots and clones or not."),
            ],
            usedbydataset: [_("Used by the dataset"), _("What would be free if its content was deleted.")],
            usedbysnapshots: [
                _("Used by snapshots"),
                _("What would be free if all its snapshots were destroyed."),
            ],
            usedbychildren: [
                _("Used by what lies below"),
                _("What would be free if all below was destroyed."),
            ],
            usedbyrefreservation: [
                _("Used by its reservation"),
                _("What would be free if the reservation without snapshots was given up."),
            ],
            logicalused: [_("Used, before compression"), _("What “used” would be without compression.")],
            logicalreferenced: [
                _("Referenced, before compression"),
                _("What “referenced” would be without compression."),
            ],
            written: [_("Written"), _("What was written since the last snapshot.")],
            compressratio: [
                _("Compression ratio"),
                _(
                    "How much compression saves: of a volume, of its own; of a filesystem, of all below as well.",
                ),
            ],
            refcompressratio: [
                _("Compression ratio without snapshots"),
                _("How much compression saves of what can be reached from it now."),
            ],
            filesystem_count: [_("Filesystems below"), _("Counted only where there is a limit.")],
            snapshot_count: [_("Snapshots"), _("Counted only where there is a limit.")],
        },
    },
    {
        id: "identity",
        title: _("What it is"),
        words: {
            type: [_("Type"), _("A filesystem, or a volume: a disk for others.")],
            creation: [_("Created"), _("When it was created.")],
            mounted: [_("Mounted"), _("Whether the filesystem is mounted now.")],
            origin: [_("Origin"), _("The snapshot from which it was cloned.")],
            guid: [_("Guid"), _("A number that no other dataset has, and that replication keeps.")],
            createtxg: [_("Created in"), _("The transaction group in which it was created.")],
            objsetid: [_("Object set ID"), _("The object set in which it is.")],
            version: [_("Version"), _("The form in which the filesystem is stored.")],
            snapshots_changed: [_("Snapshots changed"), _("When a snapshot was last taken or destroyed.")],
            receive_resume_token: [
                _("Resume token"),
                _("With it a replication goes on that was cut off (zfs send -t)."),
            ],
            redact_snaps: [_("Redacted with respect to"), _("The snapshots whose content was left out.")],
        },
    },
];
