// What stands in the way of an import, in words.
import { _ } from "../../i18n.ts";
import type { ImportNameProblem, ImportObstacle } from "../../zfs/importable.ts";
import { nameProblemText } from "../name-text.ts";

/** Why a pool that was found cannot be imported. */
export function importObstacleText(obstacle: ImportObstacle): string {
    switch (obstacle) {
        case "devicesMissing":
            return _("Devices are missing without which it cannot be imported.");
        case "newerVersion":
            return _("It was made by a newer ZFS than that of this host.");
    }
}

/** Why it cannot have a name. */
export const importNameText = (problem: ImportNameProblem): string =>
    problem.kind === "taken"
        ? _("A pool of this name is imported: choose another one")
        : nameProblemText(problem);
