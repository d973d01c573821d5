// What commands are for, in words.
import { _ } from "../../i18n.ts";
import { isAccessPurpose } from "../../zfs/commands/access-purpose.ts";
import type { Purpose } from "../../zfs/commands/command.ts";
import { isDatasetPurpose } from "../../zfs/commands/dataset-purpose.ts";
import { isKeyPurpose } from "../../zfs/commands/key-purpose.ts";

import { accessWords } from "./access-command-words.ts";
import { datasetWords } from "./dataset-command-words.ts";
import { deviceWords } from "./device-command-words.ts";
import { keyWords } from "./key-command-words.ts";
import { propertyWords } from "./property-command-words.ts";
import { wordsOf } from "./words.ts";
import type { CommandWords } from "./words.ts";

/** The words of a command. */
export function commandWords(purpose: Purpose): CommandWords {
    if (isDatasetPurpose(purpose)) return datasetWords(purpose);
    if (isAccessPurpose(purpose)) return accessWords(purpose);
    if ("device" in purpose) return deviceWords(purpose);
    if ("properties" in purpose) return propertyWords(purpose);
    if (isKeyPurpose(purpose)) return keyWords(purpose);
    switch (purpose.kind) {
        case "startScrub":
            return wordsOf(
                [purpose.pool],
                _("Start a scrub of $0"),
                _("Scrub of $0 started"),
                _("The scrub of $0 was not started"),
            );
        case "pauseScrub":
            return wordsOf(
                [purpose.pool],
                _("Pause the scrub of $0"),
                _("Scrub of $0 paused"),
                _("The scrub of $0 was not paused"),
            );
        case "resumeScrub":
            return wordsOf(
                [purpose.pool],
                _("Resume the scrub of $0"),
                _("Scrub of $0 resumed"),
                _("The scrub of $0 was not resumed"),
            );
        case "stopScrub":
            return wordsOf(
                [purpose.pool],
                _("Stop the scrub of $0"),
                _("Scrub of $0 stopped"),
                _("The scrub of $0 was not stopped"),
            );
        case "setPoolProperty":
        case "setVdevProperty":
            return wordsOf(
                [purpose.property, purpose.kind === "setVdevProperty" ? purpose.vdev : purpose.pool],
                _("Set $0 of $1"),
                _("$0 of $1 set"),
                _("$0 of $1 was not set"),
            );
        case "createPool":
            return wordsOf([purpose.pool], _("Create $0"), _("$0 created"), _("$0 was not created"));
        case "addVdevs":
            return wordsOf(
                [purpose.pool],
                _("Add devices to $0"),
                _("Devices added to $0"),
                _("No devices were added to $0"),
            );
        case "exportPool":
            return wordsOf([purpose.pool], _("Export $0"), _("$0 exported"), _("$0 was not exported"));
        case "destroyPool":
            return wordsOf([purpose.pool], _("Destroy $0"), _("$0 destroyed"), _("$0 was not destroyed"));
        case "takeCheckpoint":
            return wordsOf(
                [purpose.pool],
                _("Take a checkpoint of $0"),
                _("Checkpoint of $0 taken"),
                _("No checkpoint of $0 was taken"),
            );
        case "discardCheckpoint":
            return wordsOf(
                [purpose.pool],
                _("Discard the checkpoint of $0"),
                _("Checkpoint of $0 discarded"),
                _("The checkpoint of $0 was not discarded"),
            );
        case "rewindPool":
            return wordsOf(
                [purpose.pool],
                _("Import $0 as it was at its checkpoint"),
                _("$0 is as it was at its checkpoint"),
                _("$0 was not imported"),
            );
        case "syncPool":
            return wordsOf(
                [purpose.pool],
                _("Write $0 to its disks"),
                _("$0 written to its disks"),
                _("$0 was not written to its disks"),
            );
        case "reguidPool":
            return wordsOf(
                [purpose.pool],
                _("Give $0 a new guid"),
                _("$0 has a new guid"),
                _("$0 has no new guid"),
            );
        case "prefetchTable":
            return wordsOf(
                [purpose.pool],
                _("Read a table of $0 into memory"),
                _("Table of $0 read into memory"),
                _("The table of $0 was not read into memory"),
            );
        case "pruneDedup":
            return wordsOf(
                [purpose.pool],
                _("Prune the deduplication table of $0"),
                _("Deduplication table of $0 pruned"),
                _("The deduplication table of $0 was not pruned"),
            );
        case "splitPool":
            return wordsOf(
                [purpose.pool, purpose.name],
                _("Split $1 off $0"),
                _("$1 split off $0"),
                _("$1 was not split off $0"),
            );
        case "upgradePool":
            return wordsOf([purpose.pool], _("Upgrade $0"), _("$0 upgraded"), _("$0 was not upgraded"));
        case "enableFeature":
            return wordsOf(
                [purpose.feature, purpose.pool],
                _("Enable $0 on $1"),
                _("$0 of $1 enabled"),
                _("$0 of $1 was not enabled"),
            );
        case "importPool":
            return wordsOf(
                [purpose.pool, purpose.name],
                _("Import $0"),
                purpose.name === purpose.pool ? _("$0 imported") : _("$0 imported as $1"),
                _("$0 was not imported"),
            );
    }
}
