// What changed since a person looked, as sentences.
import { _, format, ngettext } from "../../i18n.ts";
import { absoluteTime } from "../../ui/dates.ts";
import { limits } from "../../zfs/commands/limit.ts";
import type { Difference } from "../../zfs/outcome.ts";
import { exactBytes, formatSize } from "../../zfs/size.ts";
import { stateWord } from "../state-word.ts";

/** Says what is not as it was. */
export function differenceText(difference: Difference): string {
    switch (difference.what) {
        case "pool":
            return difference.found === undefined
                ? format(_("The pool “$0” is not there any more."), difference.name)
                : format(
                      _("“$0” is another pool now: its guid is $1, and was $2."),
                      difference.name,
                      difference.found,
                      difference.expected,
                  );
        case "dataset":
            return difference.found === undefined
                ? format(_("“$0” is not there any more."), difference.name)
                : format(
                      _("“$0” was destroyed and made anew, or renamed: its guid is $1, and was $2."),
                      difference.name,
                      difference.found,
                      difference.expected,
                  );
        case "property":
            return propertyText(difference);
        case "checkpoint":
            return checkpointText(difference);
        case "disk":
            return diskText(difference);
        case "vdev":
            return vdevText(difference);
        case "contents":
            return contentsText(difference);
        case "snapshots":
            return snapshotsText(difference);
        case "dryRun":
            return dryRunText(difference);
    }
}

type Of<What extends Difference["what"]> = Extract<Difference, { readonly what: What }>;

function vdevText({ group, name, field, expected, found }: Of<"vdev">): string {
    if (field === "added") return format(_("Another device has come to $0."), group);
    if (field === "missing")
        return name === group
            ? format(_("$0 is not there any more, or has become part of another device."), group)
            : format(_("$0 does not belong to $1 any more."), name, group);
    const [was, is] = [expected, found].map((state) => (state === undefined ? _("none") : stateWord(state)));
    return format(_("The state of $0 has changed: it is $1, and was $2."), name, is ?? "", was ?? "");
}

const sizes: ReadonlySet<string> = new Set(["volsize", ...limits]);

/** Characters of a value that are told. */
const longest = 100;

function propertyText({ name, property, expected, found }: Of<"property">): string {
    const text = (value: string | undefined): string => {
        if (value === undefined) return _("not set");
        if (sizes.has(property)) return limitText(value);
        return value.length > longest ? `${value.slice(0, longest)}…` : value;
    };
    return format(_("$0 of “$1” is $2 now, and was $3."), property, name, text(found), text(expected));
}

/** A size that is printed as 0 where there is none. */
const limitText = (text: string): string => (text === "0" ? _("none") : sizeText(text));

const checkpointText = ({ name, expected, found }: Of<"checkpoint">): string =>
    found === undefined
        ? format(_("The checkpoint of “$0” is not there any more."), name)
        : format(
              _("“$0” has another checkpoint now: it was taken $1, the one before $2."),
              name,
              absoluteTime(found),
              absoluteTime(expected),
          );

function diskText({ path, field, expected, found }: Of<"disk">): string {
    const [was, is] = [expected ?? _("none"), found ?? _("none")];
    switch (field) {
        case "missing":
            return format(_("The disk $0 is not there any more."), path);
        case "inUse":
            return found === undefined
                ? format(_("The disk $0 is in use now."), path)
                : format(_("The disk $0 is in use now: $1."), path, found);
        case "serial":
            return format(
                _("There is another disk at $0: its serial number is $1, and was $2."),
                path,
                is,
                was,
            );
        case "size":
            return format(_("The size of $0 is $1, and was $2."), path, sizeText(is), sizeText(was));
        case "parts":
            return format(_("The partitions of $0 have changed: now $1, before $2."), path, is, was);
        case "signature":
            return format(_("What is on the disk $0 has changed: it is $1, and was $2."), path, is, was);
        default:
            return format(_("The disk $0 has changed: $1 is $2, and was $3."), path, field, is, was);
    }
}

function sizeText(text: string): string {
    const bytes = exactBytes(text);
    return bytes === undefined ? text : formatSize(bytes);
}

const dryRunText = (difference: Of<"dryRun">): string =>
    cameAndWent(difference, {
        came: (count, lines) =>
            ngettext(
                "$0 line has come to what it would do: $1",
                "$0 lines have come to what it would do: $1",
                count,
                lines,
            ),
        went: (count, lines) =>
            ngettext("$0 line has gone from it: $1", "$0 lines have gone from it: $1", count, lines),
    });

const contentsText = (difference: Of<"contents">): string =>
    cameAndWent(difference, {
        came: (count, names) =>
            ngettext(
                "$0 dataset has come to $1: $2",
                "$0 datasets have come to $1: $2",
                count,
                difference.name,
                names,
            ),
        went: (count, names) =>
            ngettext(
                "$0 dataset of $1 is not there any more: $2",
                "$0 datasets of $1 are not there any more: $2",
                count,
                difference.name,
                names,
            ),
    });

const snapshotsText = (difference: Of<"snapshots">): string =>
    cameAndWent(difference, {
        came: (count, names) =>
            ngettext(
                "$0 snapshot has come to $1: $2",
                "$0 snapshots have come to $1: $2",
                count,
                difference.name,
                names,
            ),
        went: (count, names) =>
            ngettext(
                "$0 snapshot of $1 is not there any more: $2",
                "$0 snapshots of $1 are not there any more: $2",
                count,
                difference.name,
                names,
            ),
    });

/** A sentence on so many, some of which are named. */
type Sentence = (count: number, some: string) => string;

function cameAndWent(
    { added, removed, addedCount, removedCount }: Of<"dryRun" | "contents" | "snapshots">,
    { came, went }: { readonly came: Sentence; readonly went: Sentence },
): string {
    return [
        ...(addedCount > 0 ? [came(addedCount, someOf(added, addedCount))] : []),
        ...(removedCount > 0 ? [went(removedCount, someOf(removed, removedCount))] : []),
    ].join(" ");
}

/** So many lines are shown; the rest is counted. */
const shown = 3;

function someOf(lines: readonly string[], count: number): string {
    const some = lines.slice(0, shown).map((line) => line.replaceAll(/\s+/g, " ").trim());
    return some.join("; ") + (count > some.length ? "; …" : ".");
}
