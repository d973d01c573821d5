// What commands are for, in words.
import { _, format } from "../../i18n.ts";
import type { Purpose } from "../../zfs/commands/command.ts";

import { deviceWords } from "./device-command-words.ts";

/** What is said of a command: to name it, when it is done, and when it is not. */
export interface CommandWords {
    readonly summary: string;
    readonly done: string;
    readonly failed: string;
}

/** The words of a command. */
export function commandWords(purpose: Purpose): CommandWords {
    if ("device" in purpose) return deviceWords(purpose);
    switch (purpose.kind) {
        case "startScrub":
            return {
                summary: format(_("Start a scrub of $0"), purpose.pool),
                done: format(_("Scrub of $0 started"), purpose.pool),
                failed: format(_("The scrub of $0 was not started"), purpose.pool),
            };
        case "pauseScrub":
            return {
                summary: format(_("Pause the scrub of $0"), purpose.pool),
                done: format(_("Scrub of $0 paused"), purpose.pool),
                failed: format(_("The scrub of $0 was not paused"), purpose.pool),
            };
        case "resumeScrub":
            return {
                summary: format(_("Resume the scrub of $0"), purpose.pool),
                done: format(_("Scrub of $0 resumed"), purpose.pool),
                failed: format(_("The scrub of $0 was not resumed"), purpose.pool),
            };
        case "stopScrub":
            return {
                summary: format(_("Stop the scrub of $0"), purpose.pool),
                done: format(_("Scrub of $0 stopped"), purpose.pool),
                failed: format(_("The scrub of $0 was not stopped"), purpose.pool),
            };
        case "setPoolProperty":
            return {
                summary: format(_("Set $0 of $1"), purpose.property, purpose.pool),
                done: format(_("$0 of $1 set"), purpose.property, purpose.pool),
                failed: format(_("$0 of $1 was not set"), purpose.property, purpose.pool),
            };
        case "exportPool":
            return {
                summary: format(_("Export $0"), purpose.pool),
                done: format(_("$0 exported"), purpose.pool),
                failed: format(_("$0 was not exported"), purpose.pool),
            };
        case "destroyPool":
            return {
                summary: format(_("Destroy $0"), purpose.pool),
                done: format(_("$0 destroyed"), purpose.pool),
                failed: format(_("$0 was not destroyed"), purpose.pool),
            };
        case "takeCheckpoint":
            return {
                summary: format(_("Take a checkpoint of $0"), purpose.pool),
                done: format(_("Checkpoint of $0 taken"), purpose.pool),
                failed: format(_("No checkpoint of $0 was taken"), purpose.pool),
            };
        case "discardCheckpoint":
            return {
                summary: format(_("Discard the checkpoint of $0"), purpose.pool),
                done: format(_("Checkpoint of $0 discarded"), purpose.pool),
                failed: format(_("The checkpoint of $0 was not discarded"), purpose.pool),
            };
        case "importPool":
            return {
                summary: format(_("Import $0"), purpose.pool),
                done:
                    purpose.name === purpose.pool
                        ? format(_("$0 imported"), purpose.pool)
                        : format(_("$0 imported as $1"), purpose.pool, purpose.name),
                failed: format(_("$0 was not imported"), purpose.pool),
            };
        case "createEncrypted":
            return {
                summary: format(_("Create the encrypted filesystem $0"), purpose.dataset),
                done: format(_("$0 created"), purpose.dataset),
                failed: format(_("$0 was not created"), purpose.dataset),
            };
    }
}
