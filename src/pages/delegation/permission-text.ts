// What can be delegated, to whom and where, in words.
import { _, format } from "../../i18n.ts";
import { formatList } from "../../ui/dates.ts";
import type { Grantee, Reach, SetNameProblem } from "../../zfs/delegation.ts";
import { ALONG, WITHOUT_EFFECT } from "../../zfs/permissions.ts";
import type { Permission } from "../../zfs/permissions.ts";
import type { Origin } from "../../zfs/rights.ts";

/** What a permission lets somebody do; what ZFS says of it, where it is not known here. zfs-allow(8). */
export function permissionText({ name, type, note }: Permission): string {
    const text =
        purposeText(name) ?? (type === "property" ? format(_("Change the property $0."), name) : note);
    const along = ALONG[name];
    return [
        text,
        along && format(_("ZFS also wants: $0."), formatList(along)),
        WITHOUT_EFFECT.has(name) && _("On Linux only root may mount and share: alone it does nothing."),
    ]
        .filter((sentence) => sentence !== undefined && sentence !== false && sentence !== "")
        .join(" ");
}

function purposeText(name: string): string | undefined {
    switch (name) {
        case "allow":
            return _("Delegate to others what one may do oneself.");
        case "bookmark":
            return _("Make bookmarks of snapshots.");
        case "change-key":
            return _("Change the encryption key.");
        case "clone":
            return _("Make filesystems and volumes out of snapshots.");
        case "create":
            return _("Create filesystems and volumes in it.");
        case "destroy":
            return _("Destroy datasets and snapshots.");
        case "diff":
            return _("See which files differ between snapshots.");
        case "hold":
            return _("Put holds on snapshots, so that they cannot be destroyed.");
        case "load-key":
            return _("Load and unload the encryption key.");
        case "mount":
            return _("Mount and unmount filesystems.");
        case "promote":
            return _("Promote clones.");
        case "receive":
            return _("Receive streams, including those that roll back what is there.");
        case "receive:append":
            return _("Receive streams that only add to what is there.");
        case "release":
            return _("Release holds on snapshots, which may let them be destroyed.");
        case "rename":
            return _("Rename and move datasets and snapshots.");
        case "rollback":
            return _("Go back to a snapshot: what came after it is lost.");
        case "send":
            return _("Send snapshots to other places.");
        case "send:encrypted":
            return _("Send encrypted datasets as they are, and no others.");
        case "send:raw":
            return _("Send snapshots as they are on disk; what is encrypted stays so.");
        case "share":
            return _("Share filesystems by NFS and SMB.");
        case "snapshot":
            return _("Take snapshots.");
        case "userprop":
            return _("Set user properties.");
        default:
            return accountText(name);
    }
}

/** The permissions about what users, groups and projects take and may take. */
function accountText(name: string): string | undefined {
    const [, kind, objects, what] = /^(user|group|project)(obj)?(used|quota)$/.exec(name) ?? [];
    if (kind === undefined) return undefined;
    const isQuota = what === "quota";
    switch (kind) {
        case "user":
            if (objects)
                return isQuota
                    ? _("Set how many files each user may have.")
                    : _("See how many files each user has.");
            return isQuota ? _("Set how much each user may take.") : _("See how much each user takes.");
        case "group":
            if (objects)
                return isQuota
                    ? _("Set how many files each group may have.")
                    : _("See how many files each group has.");
            return isQuota ? _("Set how much each group may take.") : _("See how much each group takes.");
        default:
            if (objects)
                return isQuota
                    ? _("Set how many files each project may have.")
                    : _("See how many files each project has.");
            return isQuota ? _("Set how much each project may take.") : _("See how much each project takes.");
    }
}

/** What a grantee is called. */
export function granteeText(grantee: Grantee): string {
    switch (grantee.kind) {
        case "user":
            return grantee.isUnknown
                ? format(_("unknown user $0"), grantee.name)
                : format(_("user $0"), grantee.name);
        case "group":
            return grantee.isUnknown
                ? format(_("unknown group $0"), grantee.name)
                : format(_("group $0"), grantee.name);
        case "everyone":
            return _("everyone");
        case "creator":
            return _("who creates a dataset below");
        case "set":
            return grantee.name;
    }
}

/** Where a permission counts. */
export function reachText({ local, descendent }: Reach): string {
    if (local && descendent) return _("here and below");
    if (local) return _("here");
    return descendent ? _("below") : "";
}

/** From where somebody has a permission. */
export function originText({ dataset, through, sets }: Origin): string {
    const who = granteeText(through);
    return sets.length === 0
        ? format(_("$0, on $1"), who, dataset)
        : format(_("$0, on $1, by the set $2"), who, dataset, sets.join(" › "));
}

/** Says at a field why a permission set cannot have the name in it. */
export function setNameText(problem: SetNameProblem): string {
    switch (problem.kind) {
        case "empty":
            return _("It needs a name");
        case "missingAt":
            return _("It has to begin with @");
        case "tooLong":
            return format(_("Too long: ZFS takes $0 characters"), problem.limit);
        case "invalidCharacter":
            return format(_("A set cannot have “$0” in its name"), problem.character);
    }
}
