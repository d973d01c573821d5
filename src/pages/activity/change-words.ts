import { _, format } from "../../i18n.ts";
import { formatElapsed } from "../../ui/dates.ts";
import { noLogin } from "../../zfs/audit.ts";
import type { Change, ChangeState } from "../../zfs/audit.ts";
import { shortfallOf } from "../../zfs/shortfall.ts";
import { doneText } from "../done-text.ts";

/** The states that a person may look for, the common ones first. */
export const knownStates: readonly ChangeState[] = ["done", "failed", "running", "unknown", "intended"];

/** A state for people; a word that we do not know as it is. */
export function stateWord(state: ChangeState): string {
    switch (state) {
        case "intended":
            return _("Not begun");
        case "running":
            return _("Running");
        case "done":
            return _("Done");
        case "failed":
            return _("Failed");
        case "unknown":
            return _("Unknown outcome");
        default:
            return state;
    }
}

/** What has become of a change, for people: what is done may have something left undone behind it. */
export function outcomeWord({ state, argv, error = "" }: Change): string {
    return state === "done" ? doneText(stateWord(state), shortfallOf(argv, error)) : stateWord(state);
}

/** What a state means, where its word does not say it. */
export function stateExplanation(state: ChangeState): string | undefined {
    switch (state) {
        case "intended":
            return _("It is recorded before it begins, and has not begun yet.");
        case "unknown":
            return _(
                "What watched the command was gone before it ended, for instance in a power cut. Whether it took effect has to be looked up where it was made.",
            );
        default:
            return undefined;
    }
}

/** Who made a change. @param person as `personOf` has it */
export function personText(person: string): string {
    if (person === noLogin) return _("root (no login)");
    return /^\d+$/.test(person) ? format(_("user $0"), person) : person;
}

/** Where a change was asked for. */
export function originText(origin: string): string {
    switch (origin) {
        case "page":
            return _("This page");
        case "shell":
            return _("A terminal");
        default:
            return origin;
    }
}

/** How the command ended; undefined when that is not known. */
export function endText({ exitStatus, signal }: Change): string | undefined {
    if (signal !== undefined) return format(_("Ended by signal $0"), signal);
    return exitStatus === undefined ? undefined : format(_("Exit status $0"), exitStatus);
}

/** How long it took; undefined when that is not known. */
export const durationText = ({ duration }: Change): string | undefined =>
    duration === undefined ? undefined : formatElapsed(duration / 1e9);

/** The first line of what a command said that says something, to stand in a row. */
export const firstLine = (error: string): string =>
    error.split("\n").find((line) => line.trim() !== "") ?? "";
