// What health.ts found out about a pool, in words: the Overview's first sentence, and the Pool page's.
import { _, format, ngettext } from "../i18n.ts";
import { formatNames, formatPercent } from "../ui/dates.ts";
import type { Advice, Finding, Health, Level, Place, Reason } from "../zfs/health.ts";
import type { Vdev } from "../zfs/model.ts";
import { shortName } from "../zfs/vdevs.ts";

/** Something to say about a pool, and what can be done about it. */
export interface Sentence {
    readonly level: Level;
    readonly text: string;
    readonly advice: readonly Advice[];
}

type DeviceReason = Extract<Reason, Place>;

/**
 * What there is to say about a pool, the worst first and at least one sentence. Devices in the same trouble and the
 * same place share one.
 *
 * @param isStuck it is told elsewhere that the pool does not answer or hangs: that it has no problems is not said, so
 * that there may be no sentence
 */
export function healthSentences(health: Health, isStuck = false): readonly Sentence[] {
    const findings = health.findings.filter(({ reason }) => !isStuck || reason.kind !== "upgradable");
    if (findings.length === 0)
        return isStuck ? [] : [{ level: "ok", text: _("No known problems"), advice: [] }];
    const sentences = new Map<
        string,
        Finding & { readonly text: string; readonly devices: DeviceReason[] }
    >();
    for (const finding of findings) {
        const { reason } = finding;
        if (!("vdev" in reason)) {
            const text = reasonText(reason);
            sentences.set(text, { ...finding, text, devices: [] });
            continue;
        }
        const key = JSON.stringify([finding.level, reason.kind, place(reason), reason.vdev.state]);
        const devices = [...(sentences.get(key)?.devices ?? []), reason];
        sentences.set(key, { ...finding, text: devicesText(reason, devices), devices });
    }
    return [...sentences.values()].map(({ level, text, advice }) => ({ level, text, advice }));
}

/** What is the matter, where no single device is. */
function reasonText(reason: Exclude<Reason, Place>): string {
    switch (reason.kind) {
        case "healthy":
            return _("No known problems");
        case "suspended":
            return _(
                "The pool is suspended: what is read or written waits for its devices and for “zpool clear”",
            );
        case "poolState":
            return poolStateText(reason.state);
        case "dataErrors":
            return reason.count === undefined
                ? _("Data is damaged and could not be repaired")
                : ngettext(
                      "Data is damaged and could not be repaired in $0 place",
                      "Data is damaged and could not be repaired in $0 places",
                      reason.count,
                  );
        case "dataErrorsUnknown":
            return _("Whether data is damaged cannot be seen");
        case "resilvering":
            return "vdev" in reason.scan
                ? format(_("$0 is being rebuilt"), reason.scan.vdev)
                : _("A device is being resilvered");
        case "lowSpace":
            return format(_("The pool is $0 full"), formatPercent(reason.capacity));
        case "upgradable":
            return _("No known problems; newer features are available");
        case "message":
            return reason.words;
    }
}

function poolStateText(state: string): string {
    switch (state) {
        case "UNAVAIL":
        case "FAULTED":
            return _("The pool cannot be used: too many of its devices do not work");
        default:
            return format(_("The pool is in the state $0"), state);
    }
}

/** What is the matter with devices that are in the same trouble in the same place. */
function devicesText(reason: DeviceReason, devices: readonly DeviceReason[]): string {
    const n = devices.length;
    const names = formatNames(devices.map(({ vdev }) => deviceName(vdev)));
    if (reason.parent?.kind === "replacing")
        return ngettext("$0 device is being replaced: $1", "$0 devices are being replaced: $1", n, names);
    const args = [place(reason), names] as const;
    switch (reason.kind) {
        case "deviceUnavailable":
            return ngettext(
                "$0 device of $1 does not answer: $2",
                "$0 devices of $1 do not answer: $2",
                n,
                ...args,
            );
        case "deviceFaulted":
            return ngettext("$0 device of $1 is faulted: $2", "$0 devices of $1 are faulted: $2", n, ...args);
        case "deviceRemoved":
            return ngettext("$0 device of $1 was pulled: $2", "$0 devices of $1 were pulled: $2", n, ...args);
        case "deviceOffline":
            return ngettext("$0 device of $1 is offline: $2", "$0 devices of $1 are offline: $2", n, ...args);
        case "deviceDegraded":
            return ngettext(
                "$0 device of $1 is degraded: $2",
                "$0 devices of $1 are degraded: $2",
                n,
                ...args,
            );
        case "deviceState":
            return ngettext(
                "$0 device of $1 is in the state $3: $2",
                "$0 devices of $1 are in the state $3: $2",
                n,
                ...args,
                reason.vdev.state ?? "",
            );
        case "deviceErrors":
            return ngettext("$0 device of $1 had errors: $2", "$0 devices of $1 had errors: $2", n, ...args);
        case "spareInUse":
            return ngettext("$0 spare is in use: $2", "$0 spares are in use: $2", n, ...args);
        case "blockSize":
            return ngettext(
                "$0 device of $1 is slower than it could be, since it has larger blocks than the pool uses: $2",
                "$0 devices of $1 are slower than they could be, since they have larger blocks than the pool uses: $2",
                n,
                ...args,
            );
    }
}

/** A device that is not there has only a number for a name; people know it by where it was. */
const deviceName = (vdev: Vdev): string =>
    shortName(vdev.was === undefined ? vdev : { ...vdev, name: vdev.was });

/** Where a device stands, as it is called in "1 device of …". */
function place({ parent, section }: Place): string {
    if (parent) return parent.name;
    switch (section) {
        case "logs":
            return _("the log");
        case "cache":
            return _("the cache");
        case "spares":
            return _("the spares");
        case undefined:
            return "";
        default:
            return section;
    }
}

/** What can be done, as a person is told it. */
export function remedyText(advice: Advice): string {
    switch (advice) {
        case "clear":
            return _("When the cause is gone, clear the errors.");
        case "attachDevice":
            return _("Check its power and cables and connect it again.");
        case "bringOnline":
            return _("Bring it online.");
        case "replaceDevice":
            return _("Replace it if it is broken.");
        case "restoreFiles":
            return _("Restore the damaged files from a backup or a snapshot.");
        case "startScrub":
            return _("Scrub the pool to check what it holds.");
        case "readStatusAsRoot":
            return _("Turn on administrative access to see it.");
        case "wait":
            return _("Wait until it is done.");
        case "freeOrAddSpace":
            return _("Free space or add devices.");
        case "upgradePool":
            return _("An upgrade can wait, and cannot be undone.");
        case "readArticle":
            return _("ZFS's article about this message says more.");
    }
}
