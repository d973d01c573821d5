// What commands about devices are for, in words.
import { _ } from "../../i18n.ts";
import type { DevicePurpose } from "../../zfs/commands/command.ts";

import { wordsOf } from "./words.ts";
import type { CommandWords } from "./words.ts";

/** The words of a command about a device, or about all devices of a pool. */
export function deviceWords({ kind, pool, device }: DevicePurpose): CommandWords {
    const words = (summary: string, done: string, failed: string): CommandWords =>
        wordsOf([device, pool], summary, done, failed);
    switch (kind) {
        case "offline":
            return words(_("Take $0 offline"), _("$0 taken offline"), _("$0 was not taken offline"));
        case "online":
            return words(_("Bring $0 online"), _("$0 brought online"), _("$0 was not brought online"));
        case "expand":
            return words(_("Expand $0"), _("$0 expanded"), _("$0 was not expanded"));
        case "clear":
            return words(
                _("Clear the errors of $0"),
                _("Errors of $0 cleared"),
                _("The errors of $0 were not cleared"),
            );
        case "detach":
            return words(_("Detach $0 from $1"), _("$0 detached"), _("$0 was not detached"));
        case "replace":
            return words(_("Replace $0"), _("The replacement of $0 has begun"), _("$0 was not replaced"));
        case "attach":
            return words(_("Attach a disk to $0"), _("Disk attached to $0"), _("No disk was attached to $0"));
        case "remove":
            return words(_("Remove $0 from $1"), _("Removal of $0 started"), _("$0 was not removed"));
        case "stopRemove":
            return words(
                _("Cancel the removal from $1"),
                _("Removal from $1 cancelled"),
                _("The removal from $1 was not cancelled"),
            );
        case "startTrim":
            return words(_("Start to trim $0"), _("Trim of $0 started"), _("The trim of $0 was not started"));
        case "resumeTrim":
            return words(
                _("Resume the trim of $0"),
                _("Trim of $0 resumed"),
                _("The trim of $0 was not resumed"),
            );
        case "pauseTrim":
            return words(
                _("Pause the trim of $0"),
                _("Trim of $0 paused"),
                _("The trim of $0 was not paused"),
            );
        case "stopTrim":
            return words(
                _("Stop the trim of $0"),
                _("Trim of $0 stopped"),
                _("The trim of $0 was not stopped"),
            );
        case "startInitialize":
            return words(
                _("Start to initialize $0"),
                _("Initialization of $0 started"),
                _("The initialization of $0 was not started"),
            );
        case "resumeInitialize":
            return words(
                _("Resume the initialization of $0"),
                _("Initialization of $0 resumed"),
                _("The initialization of $0 was not resumed"),
            );
        case "pauseInitialize":
            return words(
                _("Pause the initialization of $0"),
                _("Initialization of $0 paused"),
                _("The initialization of $0 was not paused"),
            );
        case "stopInitialize":
            return words(
                _("Stop the initialization of $0"),
                _("Initialization of $0 stopped"),
                _("The initialization of $0 was not stopped"),
            );
        case "uninitialize":
            return words(
                _("Forget the initialization of $0"),
                _("Initialization of $0 forgotten"),
                _("The initialization of $0 was not forgotten"),
            );
        case "reopen":
            return words(
                _("Reopen the devices of $0"),
                _("Devices of $0 reopened"),
                _("The devices of $0 were not reopened"),
            );
    }
}
