// What advice.ts found out about a host, in words: what is the matter, what comes of it, and what helps.
import { _, format, ngettext } from "../../i18n.ts";
import { formatNames, formatPercent } from "../../ui/dates.ts";
import { cacheLine, scrubLine } from "../../zfs/advice-lines.ts";
import type { Advisory } from "../../zfs/advice.ts";
import type { ScrubJob } from "../../zfs/scrub-job.ts";

/** How an advisory reads. */
export interface AdviceText {
    readonly level: "warning" | "info";
    readonly title: string;
    readonly text: string;
    /** A command for a terminal that solves it. */
    readonly command?: string | undefined;
}

/** The words of an advisory. */
export function adviceText(advisory: Advisory): AdviceText {
    switch (advisory.kind) {
        case "moduleMissing":
            return moduleMissing(advisory);
        case "importOff":
            return importOff(advisory);
        case "notCached":
            return notCached(advisory);
        case "zedOff":
            return zedOff(advisory);
        case "lowSpace":
            return lowSpace(advisory);
        case "scrubDue":
            return scrubDue(advisory);
        case "scrubCanceled":
            return scrubCanceled(advisory);
        case "scrubPaused":
            return scrubPaused(advisory);
        case "versionsDiffer":
            return versionsDiffer(advisory);
        case "newerKernel":
            return newerKernel(advisory);
        case "upgradable":
            return upgradable(advisory);
    }
}

type Of<Kind extends Advisory["kind"]> = Extract<Advisory, { readonly kind: Kind }>;

const moduleMissing = ({ kernel }: Of<"moduleMissing">): AdviceText => ({
    level: "warning",
    title: format(_("After the next restart there will be no ZFS: kernel $0 has no ZFS module"), kernel),
    text: _(
        "The module was not built or installed for the newest kernel. Before you restart, install its package or build it; where DKMS builds it, this does, and says why it failed:",
    ),
    command: `dkms autoinstall -k ${kernel}`,
});

const importOff = ({ pools, units }: Of<"importOff">): AdviceText => ({
    level: "warning",
    title: ngettext(
        "$1 will not come back after a restart",
        "$1 will not come back after a restart",
        pools.length,
        formatNames(pools),
    ),
    text: _("The units that import pools when the host starts are not enabled."),
    command: `systemctl enable ${units.join(" ")}`,
});

const notCached = ({ pools }: Of<"notCached">): AdviceText => ({
    level: "warning",
    title: ngettext(
        "$1 will not come back after a restart",
        "$1 will not come back after a restart",
        pools.length,
        formatNames(pools),
    ),
    text: ngettext(
        "The pool is not in /etc/zfs/zpool.cache, from which pools are imported when the host starts. Unless this is what you want:",
        "The pools are not in /etc/zfs/zpool.cache, from which pools are imported when the host starts. Unless this is what you want:",
        pools.length,
    ),
    command: cacheLine(pools),
});

const zedOff = ({ installed, spares }: Of<"zedOff">): AdviceText => ({
    level: "warning",
    title:
        spares.length > 0
            ? format(_("Spares will not act: the ZFS event daemon does not run ($0)"), formatNames(spares))
            : _("The ZFS event daemon does not run"),
    text: installed
        ? _(
              "It replaces failed devices by spares, takes failing ones out of use and sends mail about faults.",
          )
        : _(
              "It replaces failed devices by spares, takes failing ones out of use and sends mail about faults. It is not installed; on Debian and Ubuntu its package is zfs-zed.",
          ),
    command: installed ? "systemctl enable --now zfs-zed.service" : undefined,
});

const lowSpace = ({ pool, capacity }: Of<"lowSpace">): AdviceText => ({
    level: "warning",
    title: format(_("$0 is $1 full"), pool, formatPercent(capacity)),
    text: _(
        "The fuller a pool is, the slower it writes, and a full one may not even let you delete. Destroy snapshots or data that are not needed, or add devices.",
    ),
});

function scrubDue({ pool, days, never, job }: Of<"scrubDue">): AdviceText {
    return {
        level: "warning",
        title: never
            ? format(_("The first scrub of $0 is due"), pool)
            : format(_("No scrub of $0 has finished for $1"), pool, ngettext("$0 day", "$0 days", days)),
        text: scrubReason(job),
        command: scrubLine(pool),
    };
}

const scrubCanceled = ({ pool }: Of<"scrubCanceled">): AdviceText => ({
    level: "info",
    title: format(_("The last scrub of $0 was canceled"), pool),
    text: _("ZFS does not remember when one finished before it. To scrub the pool now:"),
    command: scrubLine(pool),
});

const scrubPaused = ({ pool, days }: Of<"scrubPaused">): AdviceText => ({
    level: "warning",
    title: format(_("The scrub of $0 has been paused for $1"), pool, ngettext("$0 day", "$0 days", days)),
    text: _("Only a scrub finds damage while it can still be repaired. To go on with it:"),
    command: scrubLine(pool),
});

function scrubReason(job: Of<"scrubDue">["job"]): string {
    if (job === undefined)
        return _("Only a scrub finds damage while it can still be repaired. To scrub the pool now:");
    if (job === "none")
        return _(
            "Only a scrub finds damage while it can still be repaired, and nothing scrubs this pool by itself. To scrub it now:",
        );
    return format(_("$0 should have done it: see why it did not run. To scrub the pool now:"), jobText(job));
}

/** The job that scrubs a pool, by what a person finds it. */
const jobText = (job: ScrubJob): string => (job.kind === "timer" ? job.unit : job.file);

/** "Scrubbed every month by …", for a card. */
export function scrubJobText(job: ScrubJob): string {
    return job.interval === "weekly"
        ? format(_("Scrubbed every week by $0"), jobText(job))
        : format(_("Scrubbed every month by $0"), jobText(job));
}

const versionsDiffer = ({ userland, kernel }: Of<"versionsDiffer">): AdviceText => ({
    level: "warning",
    title: format(_("The tools are ZFS $0, the loaded module is $1"), userland, kernel),
    text: _(
        "They belong together. If this says the version of the tools, that module is on the disk, and a restart of the host loads it. If not, it could not be built or was not installed, and a restart alone does not help:",
    ),
    command: "modinfo -F version zfs",
});

const newerKernel = ({ kernel, running }: Of<"newerKernel">): AdviceText => ({
    level: "info",
    title: format(_("Kernel $0 is installed, and has its ZFS module"), kernel),
    text: format(_("Nothing is wrong. The host runs kernel $0 until it is restarted."), running),
});

const upgradable = ({ pools }: Of<"upgradable">): AdviceText => ({
    level: "info",
    title: ngettext(
        "$1 can be upgraded to newer features",
        "$1 can be upgraded to newer features",
        pools.length,
        formatNames(pools),
    ),
    text: _(
        "Nothing is wrong. An upgrade cannot be undone, and older versions of ZFS may not import the pool after it.",
    ),
});
