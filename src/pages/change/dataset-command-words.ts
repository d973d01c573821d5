// What commands on datasets are for, in words.
import { _ } from "../../i18n.ts";
import type { DatasetPurpose } from "../../zfs/commands/dataset-purpose.ts";

import { wordsOf } from "./words.ts";
import type { CommandWords } from "./words.ts";

/** The words of a command that does something to a dataset. */
export function datasetWords({ kind, dataset, other = "" }: DatasetPurpose): CommandWords {
    switch (kind) {
        case "createDataset":
            return wordsOf([dataset], _("Create $0"), _("$0 created"), _("$0 was not created"));
        case "destroyDataset":
            return wordsOf([dataset], _("Destroy $0"), _("$0 destroyed"), _("$0 was not destroyed"));
        case "renameDataset":
            return wordsOf(
                [dataset, other],
                _("Rename $0 to $1"),
                _("$0 renamed to $1"),
                _("$0 was not renamed"),
            );
        case "promoteDataset":
            return wordsOf([dataset], _("Promote $0"), _("$0 promoted"), _("$0 was not promoted"));
        case "cloneSnapshot":
            return wordsOf(
                [dataset, other],
                _("Clone $1 as $0"),
                _("$1 cloned as $0"),
                _("$1 was not cloned"),
            );
        case "mountDataset":
            return wordsOf([dataset], _("Mount $0"), _("$0 mounted"), _("$0 was not mounted"));
        case "unmountDataset":
            return wordsOf([dataset], _("Unmount $0"), _("$0 unmounted"), _("$0 was not unmounted"));
        case "shareDataset":
            return wordsOf([dataset], _("Share $0"), _("$0 shared"), _("$0 was not shared"));
        case "unshareDataset":
            return wordsOf(
                [dataset],
                _("Stop sharing $0"),
                _("$0 is not shared any more"),
                _("$0 is still shared"),
            );
        case "rewriteDataset":
            return wordsOf(
                [dataset],
                _("Rewrite $0"),
                _("$0 rewritten"),
                _("$0 was not rewritten to its end"),
            );
        case "upgradeDataset":
            return wordsOf([dataset], _("Upgrade $0"), _("$0 upgraded"), _("$0 was not upgraded"));
        case "zoneDataset":
            return wordsOf(
                [dataset, other],
                _("Attach $0 to the namespace $1"),
                _("$0 attached to the namespace $1"),
                _("$0 was not attached to the namespace $1"),
            );
        case "unzoneDataset":
            return wordsOf(
                [dataset, other],
                _("Detach $0 from the namespace $1"),
                _("$0 detached from the namespace $1"),
                _("$0 was not detached from the namespace $1"),
            );
    }
}
