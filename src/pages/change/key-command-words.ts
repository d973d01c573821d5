// What is done to keys, in words.
import { _ } from "../../i18n.ts";
import type { KeyPurpose } from "../../zfs/commands/key-purpose.ts";

import { wordsOf } from "./words.ts";
import type { CommandWords } from "./words.ts";

/** The words of a command about a key. */
export function keyWords({ kind, dataset }: KeyPurpose): CommandWords {
    const words = (summary: string, done: string, failed: string) =>
        wordsOf([dataset], summary, done, failed);
    switch (kind) {
        case "loadKey":
            return words(_("Load the key of $0"), _("Key of $0 loaded"), _("The key of $0 was not loaded"));
        case "tryKey":
            return words(
                _("Test a key of $0"),
                _("This is the key of $0"),
                _("This was not found to be the key of $0"),
            );
        case "forgetKey":
            return words(
                _("Unload the key of $0"),
                _("Key of $0 unloaded"),
                _("The key of $0 was not unloaded"),
            );
        case "changeKey":
            return words(
                _("Change the key of $0"),
                _("Key of $0 changed"),
                _("The key of $0 was not changed"),
            );
        case "inheritKey":
            return words(
                _("Give $0 the key of its parent"),
                _("$0 has the key of its parent"),
                _("$0 keeps its own key"),
            );
        case "placeKey":
            return words(
                _("Change where the key of $0 is kept"),
                _("Changed where the key of $0 is kept"),
                _("Where the key of $0 is kept was not changed"),
            );
    }
}
