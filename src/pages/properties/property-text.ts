// What the properties are that can be set, and what is wrong with a value, in words.
import { _, format, ngettext } from "../../i18n.ts";
import { formatList } from "../../ui/dates.ts";
import type { FixedReason, Settable, ValueProblem } from "../../zfs/settable.ts";
import { formatSize } from "../../zfs/size.ts";

/** What a property is for; zpoolprops(7), vdevprops(7). Nothing for those that are not known here. */
export function propertyHelp({ owner, name, values }: Settable): string {
    if (owner === "dataset") return _("Your own note, which all below inherit. ZFS does nothing with it.");
    if (name.includes(":"))
        return _("Your own note; ZFS does nothing with it. Without a value it goes away.");
    if (owner === "vdev") return vdevHelp(name);
    switch (name) {
        case "ashift":
            return _(
                "The smallest block on disks that are added or attached from now on. Disks of now stay as they are. 12 (4 KiB) is right for nearly all.",
            );
        case "autoexpand":
            return _("Uses larger disks fully as soon as all of a mirror or raidz are larger.");
        case "autoreplace":
            return _(
                "A new disk in the place of a former one is overwritten and used in its place, without asking. It needs the ZFS event daemon (zed).",
            );
        case "autotrim":
            return _(
                "Tells SSDs and thin volumes which space is free as soon as it is. A regular trim does it better, but only now and then.",
            );
        case "bootfs":
            return _(
                "The filesystem from which a boot loader starts the system, such as rpool/ROOT/debian. With a wrong one the system may not start again.",
            );
        case "cachefile":
            return _(
                "Whether the pool is remembered and imported when the host starts. With “none” it is forgotten at the next restart. Another file can be named in a terminal only: zpool writes it as root.",
            );
        case "comment":
            return format(
                _(
                    "Up to $0 letters, digits and signs (ASCII). It can be read even when the pool is faulted.",
                ),
                values.kind === "text" ? values.limit : "",
            );
        case "compatibility":
            return _(
                "Which features may be enabled: off for all, legacy for none, or names of files in /usr/share/zfs/compatibility.d with commas between them, such as grub2.",
            );
        case "dedup_table_quota":
            return _(
                "How large the deduplication table may become: a size such as 10G, none for no limit, auto for the size of the dedup devices. Beyond it new data is written without deduplication.",
            );
        case "delegation":
            return _("Whether rights that were given with “zfs allow” count.");
        case "failmode":
            return _(
                "What happens when the pool cannot reach its disks any more: everything waits until they are back and its errors are cleared, writing fails, or the whole system stops.",
            );
        case "listsnapshots":
            return _("Whether “zfs list” in a terminal shows snapshots, too.");
        case "multihost":
            return _(
                "Keeps two hosts from importing the pool at the same time, by a write every second. Each host needs a hostid of its own.",
            );
        default:
            return "";
    }
}

function vdevHelp(name: string): string {
    switch (name) {
        case "allocating":
            return _("Whether new data is written here. “off” prepares a removal.");
        case "autosit":
            return _(
                "Leaves out a disk of this raidz or draid for a while when it is much slower than the others.",
            );
        case "sit_out":
            return _("Whether the disk is left out when data is read; it is computed from the others then.");
        case "checksum_n":
        case "io_n":
            return _(
                "The ZFS event daemon faults the device after so many errors, 10 if none is set. Set it on the mirror or raidz: it is lost when the disk is replaced.",
            );
        case "checksum_t":
        case "io_t":
            return _("The seconds within which the errors are counted, 600 if none is set.");
        case "slow_io_n":
            return _(
                "The ZFS event daemon degrades the device after so many slow reads and writes; never if none is set.",
            );
        case "slow_io_t":
            return _("The seconds within which slow reads and writes are counted.");
        case "slow_io_events":
            return _("Whether slow reads and writes are reported as events.");
        case "failfast":
            return _(
                "Whether the kernel gives up early when the disk does not answer, so that another copy is read.",
            );
        case "path":
            return _(
                "Where this same disk is found. It moves no data; a wrong path makes the device unavailable.",
            );
        case "comment":
            return _("Your own note on the device, such as its bay.");
        case "scheduler":
            return _(
                "Whether reads and writes are put in order before they go to the disk; “auto” does so for rotating disks.",
            );
        case "alloc_bias":
            return _("For which kind of data the device is, from the next import on.");
        default:
            return "";
    }
}

/** A value among which a person chooses. */
export function choiceText({ name, values }: Settable, word: string): string {
    if (name === "cachefile") return word === "" ? _("remembered, in the usual file") : _("none: forgotten");
    if (word === "") return _("not set");
    if (name === "ashift" && values.kind === "choice")
        return word === "0"
            ? _("0 (as the disk says)")
            : format(_("$0 ($1)"), word, formatSize(1n << BigInt(word)));
    return word;
}

/** Why a property has no pencil that could be pressed. */
export function fixedText(reason: FixedReason): string {
    switch (reason) {
        case "importOnly":
            return _("It is chosen when the pool is imported, and stays until it is exported");
        case "upgradeOnly":
            return _("An upgrade raises it: see the features");
    }
}

/** Why ZFS would not take a value. */
export function valueProblemText(problem: ValueProblem): string {
    switch (problem.kind) {
        case "tooLong":
            return ngettext(
                "$0 byte is too long: ZFS takes $1",
                "$0 bytes are too long: ZFS takes $1",
                problem.length,
                problem.limit,
            );
        case "invalidCharacter":
            return format(
                _("ZFS takes no “$0” here: only letters without accents, digits and signs"),
                problem.character,
            );
        case "noSize":
            return problem.words.length === 0
                ? _("A size such as 10G")
                : format(_("A size such as 10G, or $0"), formatList(problem.words));
        case "noNumber":
            return problem.words.length === 0
                ? _("A whole number")
                : format(_("A whole number, or $0"), formatList(problem.words));
        case "noDevicePath":
            return _("It has to begin with /dev/");
    }
}
