// What is done to many datasets, in words.
import { _, format, ngettext } from "../../i18n.ts";
import type { BatchItem } from "../../store/batch.ts";
import { formatNames } from "../../ui/dates.ts";
import type { BatchAction } from "../../zfs/dataset-offers.ts";
import type { Dataset } from "../../zfs/dataset.ts";

/** The item of the menu. */
export function batchActionText(action: BatchAction): string {
    switch (action) {
        case "mount":
            return _("Mount…");
        case "unmount":
            return _("Unmount…");
        case "share":
            return _("Share…");
        case "unshare":
            return _("Stop sharing…");
        case "destroy":
            return _("Destroy…");
    }
}

/** What the button does, and to how many. */
export function batchButtonText(action: Exclude<BatchAction, "destroy">, count: number): string {
    switch (action) {
        case "mount":
            return ngettext("Mount $0 filesystem", "Mount $0 filesystems", count);
        case "unmount":
            return ngettext("Unmount $0 filesystem", "Unmount $0 filesystems", count);
        case "share":
            return ngettext("Share $0 filesystem", "Share $0 filesystems", count);
        case "unshare":
            return ngettext("Stop sharing $0 filesystem", "Stop sharing $0 filesystems", count);
    }
}

/** What that takes from people, for so many filesystems. */
export function batchEffectText(action: Exclude<BatchAction, "destroy">, count: number): string {
    switch (action) {
        case "mount":
            return _("Each is mounted where its property mountpoint says.");
        case "unmount":
            return ngettext(
                "What is in it cannot be reached until it is mounted again. Nothing is lost.",
                "What is in them cannot be reached until they are mounted again. Nothing is lost.",
                count,
            );
        case "share":
            return _("Each is shared as its properties sharenfs and sharesmb say.");
        case "unshare":
            return ngettext(
                "Whoever uses it over the network loses it, until it is shared or mounted again.",
                "Whoever uses them over the network loses them, until they are shared or mounted again.",
                count,
            );
    }
}

/** What is unmounted with the chosen ones, though it was not chosen. */
export const unmountedWithText = (within: readonly Dataset[]): string =>
    ngettext(
        "$0 filesystem in them that was not chosen is unmounted, too: $1",
        "$0 filesystems in them that were not chosen are unmounted, too: $1",
        within.length,
        formatNames(within.map(({ name }) => name)),
    );

/** What has become of one of many. */
export function itemStateText({ state }: Pick<BatchItem, "state">): string {
    switch (state) {
        case "waiting":
        case "stopped":
            return _("not begun");
        case "running":
            return _("running");
        case "done":
            return _("done");
        case "failed":
            return _("failed");
    }
}

/** How all of them went. */
export function batchResultText(items: readonly Pick<BatchItem, "state">[]): string {
    const count = (state: BatchItem["state"]) => items.filter((item) => item.state === state).length;
    const [done, failed, stopped] = [count("done"), count("failed"), count("stopped")];
    return [
        format(_("$0 of $1 done"), done, items.length),
        ...(failed > 0 ? [ngettext("$0 failed", "$0 failed", failed)] : []),
        ...(stopped > 0 ? [ngettext("$0 not begun", "$0 not begun", stopped)] : []),
    ].join(", ");
}
