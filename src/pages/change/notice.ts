// What became of a change, or what it waits for, in words.
import { HostError } from "../../backend/errors.ts";
import { _, format } from "../../i18n.ts";
import { isDone } from "../../store/change-runner.ts";
import type { ChangeRequest } from "../../store/change-runner.ts";
import { saidBy } from "../../zfs/outcome.ts";
import type { Ended, Holder, Outcome, Refusal } from "../../zfs/outcome.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";
import { shortfallOf } from "../../zfs/shortfall.ts";

import { doneText } from "../done-text.ts";
import { needsAccess, pageWasUpdated } from "../obstacle-words.ts";

import { commandWords } from "./command-words.ts";
import { differenceText } from "./difference-text.ts";

/** Something to say about a change: a title for people, sentences, and the words of ZFS or of the helper. */
export interface Notice {
    readonly level: "info" | "warning" | "danger";
    readonly title: string;
    readonly sentences?: readonly string[];
    readonly raw?: string | undefined;
    /** It may be run again, recorded in the journal only. */
    readonly offersJournalOnly?: boolean;
}

/** What there is to say about a change; undefined while there is nothing, and when all is well. */
export const noticeOf = (change: ChangeRequest): Notice | undefined =>
    change.outcome ? outcomeNotice(change, change.outcome) : runningNotice(change);

function runningNotice(change: ChangeRequest): Notice | undefined {
    const { command, holder, isInDialog, isInSession = false, takes } = change;
    const { summary } = commandWords(command.purpose);
    const waits = holder && holderText(holder);
    switch (takes) {
        case "moment":
            return undefined;
        case "some":
            // a dialog shows by itself that something is under way
            if (isInDialog && !waits) return undefined;
            return { level: "info", title: format(_("$0: $1"), summary, waits ?? _("under way")) };
        case "long":
            return {
                level: "info",
                title: isInDialog
                    ? _("Still running; closing this dialog does not stop it")
                    : format(_("$0: still running"), summary),
                sentences: [
                    ...(waits ? [waits] : []),
                    ...(isInSession
                        ? [_("The host could not take it out of your session: logging out may end it.")]
                        : []),
                ],
            };
    }
}

/** "waiting for another change of anna: zpool …"; one that has only just begun may not have told yet which it is. */
function holderText({ person, argv }: Holder): string {
    if (argv.length === 0) return _("waiting for another change");
    return person === undefined
        ? format(_("waiting for another change: $0"), shellQuote(argv))
        : format(_("waiting for another change of $0: $1"), person, shellQuote(argv));
}

function outcomeNotice(change: ChangeRequest, outcome: Outcome): Notice | undefined {
    if (isDone(change)) return undefined;
    const words = commandWords(change.command.purpose);
    switch (outcome.kind) {
        case "refused":
            return { ...refusalNotice(outcome.refusal), title: words.failed };
        case "lost":
            return lostNotice(outcome, words.failed);
        case "ended": {
            const { state, stderr } = outcome;
            const raw = saidBy(outcome) || endText(outcome);
            const sentences =
                outcome.recorded || change.isDelegated
                    ? []
                    : [_("The audit log could not take the result. The system's journal has it.")];
            if (state === "done")
                return {
                    level: "warning",
                    title: doneText(words.done, shortfallOf(change.command.argv, stderr)),
                    sentences,
                    raw: stderr.trim(),
                };
            if (state === "failed") return { level: "danger", title: words.failed, sentences, raw };
            return {
                level: "warning",
                title: format(_("$0: nobody knows whether it was done"), words.summary),
                sentences: [...unknownSentences(outcome), ...(isEnded(outcome) ? sentences : [])],
                raw: stderr.trim(),
            };
        }
    }
}

/** Whether the command itself came to an end. */
const isEnded = ({ signal, exitStatus }: Ended): boolean => signal !== undefined || exitStatus !== undefined;

function unknownSentences(outcome: Ended): readonly string[] {
    if (outcome.signal !== undefined)
        return [_("It was interrupted. What this page shows now is how things are.")];
    return isEnded(outcome)
        ? [_("The command ended, but what came of it could not be checked.")]
        : [_("It may still be running, and what this page shows may still change.")];
}

function endText({ exitStatus, signal }: Outcome & { readonly kind: "ended" }): string {
    if (signal !== undefined) return format(_("It was ended by $0, and said nothing."), signal);
    return format(_("It said nothing; its exit status is $0."), exitStatus ?? _("not known"));
}

/** Nothing was done, and why; the title says what. */
function refusalNotice(refusal: Refusal): Omit<Notice, "title"> {
    const nothing = (why: string, raw?: string): Omit<Notice, "title"> => ({
        level: "warning",
        sentences: [why],
        raw,
    });
    if ("differences" in refusal)
        return {
            level: "warning",
            sentences: [_("It changed since you looked:"), ...refusal.differences.map(differenceText)],
        };
    if ("holder" in refusal && refusal.holder && refusal.holder.argv.length > 0) {
        const { person, argv } = refusal.holder;
        return nothing(
            person === undefined
                ? _("Another change is not finished yet:")
                : format(_("Another change, of $0, is not finished yet:"), person),
            shellQuote(argv),
        );
    }
    switch (refusal.reason) {
        case "busy":
            return nothing(_("Another change is not finished yet."), refusal.message);
        case "unrecorded":
            return {
                ...nothing(
                    _("It could not be recorded who did this, and what is not recorded does not run."),
                    refusal.message,
                ),
                offersJournalOnly: "journalOnly" in refusal && refusal.journalOnly,
            };
        case "unknown":
            return nothing(
                _("Whether things are still as you saw them could not be found out."),
                refusal.message,
            );
        case "updated":
            return nothing(pageWasUpdated());
        case "newer":
            return nothing(
                _("The audit log is of a newer zfsadmin, and the journal could not take it either."),
                refusal.message,
            );
        default:
            return { ...nothing(_("The host refused the command."), refusal.message), level: "danger" };
    }
}

function lostNotice({ error, output }: Outcome & { readonly kind: "lost" }, failed: string): Notice {
    const kind = error instanceof HostError ? error.kind : undefined;
    const raw = [error.message, output].filter((text) => text !== "").join("\n");
    switch (kind) {
        case "missing":
            return {
                level: "danger",
                title: failed,
                sentences: [_("The package cockpit-zfsadmin is not installed on this host.")],
            };
        case "permission":
            return { level: "danger", title: failed, sentences: [needsAccess()] };
        case "disconnected":
            return {
                level: "warning",
                title: _("The connection to the host was lost before it said what became of this"),
                sentences: [_("It may have been done, or may be going on.")],
            };
        default:
            return {
                level: "warning",
                title: _("The host stopped before it said what became of this"),
                sentences: [_("It may have been done, or may be going on.")],
                raw,
            };
    }
}
