// What the properties of datasets that people set are called, and what they are for; zfsprops(7).
import { _ } from "../../i18n.ts";

import type { PropertyGroup } from "./catalog-group.ts";

/** What can be set of space, and where a filesystem is. */
export const placeGroups = (): readonly PropertyGroup[] => [
    {
        id: "limits",
        title: _("Limits and reservations"),
        words: {
            quota: [
                _("Quota"),
                _("The most that the dataset may take with all that lies in it and all snapshots."),
            ],
            refquota: [
                _("Quota without snapshots"),
                _("The most that the dataset itself may hold. Snapshots and what lies below do not count."),
            ],
            reservation: [
                _("Reservation"),
                _("Space that is kept for the dataset and all that lies in it. It counts as used above."),
            ],
            refreservation: [
                _("Reservation without snapshots"),
                _(
                    "Space that is kept for what the dataset itself holds. A volume with less than its size is sparse: writing to it can fail when the pool is full. “auto” is as much as a volume can ever need.",
                ),
            ],
            filesystem_limit: [
                _("Filesystem limit"),
                _("How many filesystems and volumes may be made below. Root is not bound by it."),
            ],
            snapshot_limit: [
                _("Snapshot limit"),
                _(
                    "How many snapshots there may be of the dataset and of all below. Root is not bound by it.",
                ),
            ],
            defaultuserquota: [
                _("Quota of users without one"),
                _("The most that each user may hold who has no quota."),
            ],
            defaultgroupquota: [
                _("Quota of groups without one"),
                _("The most that each group may hold that has no quota."),
            ],
            defaultprojectquota: [
                _("Quota of projects without one"),
                _("The most that each project may hold that has no quota."),
            ],
            defaultuserobjquota: [
                _("Most files of users without a quota"),
                _("How many files and folders each user may own who has no such quota."),
            ],
            defaultgroupobjquota: [
                _("Most files of groups without a quota"),
                _("How many files and folders each group may own that has no such quota."),
            ],
            defaultprojectobjquota: [
                _("Most files of projects without a quota"),
                _("How many files and folders each project may own that has no such quota."),
            ],
        },
    },
    {
        id: "mounting",
        title: _("Mounting"),
        words: {
            mountpoint: [
                _("Mount point"),
                _(
                    "An absolute path, “none”, or “legacy” where /etc/fstab mounts it. It is mounted there at once, with all below that inherit it: ZFS refuses while files are open. What is in that folder now is hidden.",
                ),
            ],
            canmount: [
                _("Can be mounted"),
                _(
                    "“off” never mounts it, so that it only hands its properties down; “noauto” mounts it only when somebody asks. It is not inherited.",
                ),
            ],
            overlay: [
                _("Mount over files"),
                _(
                    "Whether it may be mounted on a folder that is not empty. What is in that folder is hidden.",
                ),
            ],
            readonly: [
                _("Read-only"),
                _("Whether nothing can be written. Receiving replications still works."),
            ],
            atime: [
                _("Access times"),
                _("Whether the time is noted at which a file was read. “off” spares writing each time."),
            ],
            relatime: [
                _("Relative access times"),
                _("With access times on, notes them only once a day or after a change."),
            ],
            exec: [_("Programs"), _("Whether programs can be started from it.")],
            setuid: [
                _("Set-user-ID programs"),
                _("Whether programs may run with the rights of the file's owner."),
            ],
            devices: [_("Device nodes"), _("Whether device nodes in it work.")],
            snapdir: [
                _("Snapshot folder"),
                _(
                    "Whether the folder .zfs, in which the snapshots are, is shown, hidden, or not there at all.",
                ),
            ],
        },
    },
    {
        id: "sharing",
        title: _("Sharing"),
        words: {
            sharenfs: [
                _("NFS"),
                _(
                    "“off”, “on”, or the options of exports(5), such as rw=@192.168.1.0/24. It is shared anew at once, with all below that inherit it.",
                ),
            ],
            sharesmb: [
                _("SMB"),
                _("“off” or “on”. It needs Samba with user shares. It is shared anew at once."),
            ],
            nbmand: [
                _("Mandatory locks"),
                _(
                    "Non-blocking mandatory locks for SMB clients, from the next mount on. Linux has none any more.",
                ),
            ],
            vscan: [_("Virus scan"), _("It is for other systems: on Linux it does nothing.")],
        },
    },
];

/** How data is stored, read and written. */
export const dataGroups = (): readonly PropertyGroup[] => [
    {
        id: "storing",
        title: _("Storing data"),
        words: {
            compression: [
                _("Compression"),
                _(
                    "How data is compressed that is written from now on. “on” is lz4 in nearly all cases: it costs next to nothing. zstd saves more and takes more time, more so with a higher number.",
                ),
            ],
            recordsize: [
                _("Record size"),
                _(
                    "The largest block of a file, a power of two. It counts for files written from now on. 128K is right for most, 1M for large files, the page size of a database for that.",
                ),
            ],
            checksum: [
                _("Checksum"),
                _("How damage is recognised, of data written from now on. “off” gives up what ZFS is for."),
            ],
            copies: [
                _("Copies"),
                _(
                    "How often each block is kept that is written from now on, beside what the pool's layout does. It takes that much more space, and does not replace a mirror.",
                ),
            ],
            dedup: [
                _("Deduplication"),
                _(
                    "Whether blocks written from now on are kept once where they are the same. The table takes memory and makes writing slow; turning it off does not undo it. Compression is nearly always better.",
                ),
            ],
            redundant_metadata: [
                _("Copies of metadata"),
                _("How much of the metadata is kept twice. Less makes writing faster, and damage worse."),
            ],
            special_small_blocks: [
                _("Small blocks on special devices"),
                _("Up to which size blocks go to the special devices of the pool; 0 for metadata only."),
            ],
            dnodesize: [
                _("Dnode size"),
                _("Room for attributes beside a file. “auto” is good with many of them (xattr=sa)."),
            ],
            longname: [
                _("Long file names"),
                _("Whether names of files may have up to 1,023 bytes instead of 255."),
            ],
        },
    },
    {
        id: "speed",
        title: _("Reading and writing"),
        words: {
            sync: [
                _("Synchronous writes"),
                _(
                    "“standard” keeps what programs were promised. “disabled” breaks that promise: the last seconds are lost when the power fails. “always” treats every write as promised.",
                ),
            ],
            logbias: [
                _("Log use"),
                _(
                    "Whether synchronous writes are to be answered fast, by the log devices, or to disturb the rest less.",
                ),
            ],
            primarycache: [
                _("Cache in memory"),
                _("What is kept in memory (ARC): all, metadata only, or nothing."),
            ],
            secondarycache: [_("Cache on devices"), _("What may go to the cache devices (L2ARC).")],
            prefetch: [_("Reading ahead"), _("What is read before it is asked for.")],
            direct: [
                _("Direct input and output"),
                _(
                    "Whether reads and writes bypass the cache in memory: of programs that ask for it (O_DIRECT), or of all.",
                ),
            ],
        },
    },
    {
        id: "volume",
        title: _("Volume"),
        words: {
            volsize: [
                _("Size"),
                _(
                    "How large the volume is. When it becomes smaller, what is beyond its new end is lost; when it becomes larger, a filesystem on it has to be grown afterwards.",
                ),
            ],
            volblocksize: [_("Block size"), _("The size of the blocks of the volume.")],
            volmode: [
                _("Shown as"),
                _(
                    "Whether the volume is a disk with partitions (full), a disk without (dev), or not there at all.",
                ),
            ],
            snapdev: [_("Snapshots as devices"), _("Whether the snapshots of volumes are devices, too.")],
            volthreading: [
                _("Several threads"),
                _("Whether input and output of the volume is spread over threads, from the next start on."),
            ],
        },
    },
];

/** Who may do what with files, and what they may be called. */
export const accessGroups = (): readonly PropertyGroup[] => [
    {
        id: "rights",
        title: _("Rights and attributes"),
        words: {
            acltype: [_("Access control lists"), _("Which kind of access control lists files can have.")],
            aclmode: [
                _("Lists at chmod"),
                _("What becomes of an access control list when the mode is changed."),
            ],
            aclinherit: [_("Lists of new files"), _("Which entries new files take from their folder.")],
            xattr: [
                _("Extended attributes"),
                _(
                    "Where attributes are kept: beside the file (sa), which is faster, or in a hidden folder (dir).",
                ),
            ],
        },
    },
    {
        id: "names",
        title: _("File names"),
        words: {
            casesensitivity: [_("Upper and lower case"), _("Whether FILE and file are two names.")],
            normalization: [
                _("Unicode form"),
                _("How names are compared that can be written in several ways."),
            ],
            utf8only: [_("UTF-8 only"), _("Whether names that are no UTF-8 are refused.")],
        },
    },
    {
        id: "encryption",
        title: _("Encryption"),
        words: {
            encryption: [_("Encryption"), _("With which cipher it is encrypted.")],
            keyformat: [_("Form of the key"), _("A passphrase, 64 hexadecimal digits, or 32 bytes.")],
            keylocation: [
                _("Place of the key"),
                _("“prompt” asks for it; or where it is fetched: file:///…, https://…"),
            ],
            pbkdf2iters: [
                _("Rounds of the passphrase"),
                _(
                    "How often a passphrase is hashed: more rounds make guessing slower, and loading the key, too.",
                ),
            ],
            encryptionroot: [_("Encryption root"), _("The dataset whose key it uses.")],
            keystatus: [_("Key"), _("Whether the key is loaded.")],
        },
    },
    {
        id: "containers",
        title: _("Containers and labels"),
        words: {
            zoned: [
                _("Zoned"),
                _("Whether it is looked after from within a container: the host does not mount it then."),
            ],
            mlslabel: [_("Sensitivity label"), _("It is for other systems: on Linux it does nothing.")],
            context: [_("SELinux context"), _("The context of all files, from the next mount on.")],
            fscontext: [_("SELinux context of the filesystem"), _("From the next mount on.")],
            defcontext: [_("SELinux context of files without one"), _("From the next mount on.")],
            rootcontext: [_("SELinux context of the top folder"), _("From the next mount on.")],
        },
    },
];
