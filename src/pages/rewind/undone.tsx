import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/index.js";
import { useMemo, useState } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { useStore } from "../../store/hooks.ts";
import { usePoolHistory } from "../../store/pool-history.ts";
import { eventsHeard } from "../../store/readings.ts";
import { absoluteTime } from "../../ui/dates.ts";
import { Waiting } from "../../ui/waiting.tsx";
import { commandsSince, filterHistory } from "../../zfs/history.ts";
import type { HistoryEntry } from "../../zfs/history.ts";
import type { UnixTime } from "../../zfs/model.ts";
import { Problem } from "../problem.tsx";

import "./rewind.scss";

interface UndoneProps {
    readonly pool: string;
    /** When the checkpoint was taken. */
    readonly created: UnixTime | undefined;
    /** The pool goes now: nobody may read of it any more, or it is busy. */
    readonly isGoing: boolean;
}

/** Commands that are listed before the person asks for more, and after that. */
const [few, many] = [5, 500];

/** What the pool remembers of what was done since its checkpoint. */
export const Undone = ({ pool, created, isGoing }: UndoneProps) => {
    const heard = useStore(eventsHeard);
    const [subject, setSubject] = useState(heard);
    if (!isGoing && subject !== heard) setSubject(heard);
    const { entries, isComplete, error } = usePoolHistory(pool, String(subject));
    // while it is read again, what was read before stands
    const [known, setKnown] = useState<readonly HistoryEntry[]>();
    if (isComplete && !error && known !== entries) setKnown(entries);
    const commands = useMemo(
        () => (created === undefined || !known ? undefined : commandsSince(known, created)),
        [known, created],
    );
    if (created === undefined) return <p>{_("When the checkpoint was taken is not known.")}</p>;
    if (error) return <Problem title={_("What was done since then could not be found out")} error={error} />;
    if (!commands) return <Waiting what={_("Waiting for ZFS to tell what was done since then")} />;
    return <UndoneList commands={commands} />;
};

const UndoneList = ({ commands }: { readonly commands: readonly HistoryEntry[] }) => {
    const [isOpen, setOpen] = useState(false);
    const [text, setText] = useState("");
    if (commands.length === 0)
        return <p>{_("The pool remembers no command since then. Files may have been written.")}</p>;
    const found = isOpen ? filterHistory(commands, { text, hasEvents: false }).toReversed() : commands;
    const shown = found.slice(0, isOpen ? many : few);
    const title = ngettext(
        "$0 command since then is undone, too:",
        "$0 commands since then are undone, too:",
        commands.length,
    );
    return (
        <div>
            <p className="zfs-headline">{title}</p>
            {isOpen && (
                <TextInput
                    type="search"
                    aria-label={_("Search in commands, people and hosts")}
                    placeholder={_("Search in commands, people and hosts")}
                    value={text}
                    onChange={(_event, value) => setText(value)}
                />
            )}
            {/* it scrolls by itself, so the keyboard has to reach it */}
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <ul className="zfs-undone" aria-label={title} tabIndex={isOpen ? 0 : undefined}>
                {shown.map(({ id, time, text: line, who }) => (
                    <li key={id}>
                        <code dir="ltr">{line}</code>
                        <span className="zfs-quiet">
                            {who === undefined
                                ? absoluteTime(time)
                                : format(_("$0, $1"), absoluteTime(time), who)}
                        </span>
                    </li>
                ))}
                {shown.length === 0 && <li className="zfs-quiet">{_("None of them has these words.")}</li>}
                {isOpen && found.length > shown.length && (
                    <li className="zfs-quiet">
                        {ngettext(
                            "and $0 older one; search for it",
                            "and $0 older ones; search for them",
                            found.length - shown.length,
                        )}
                    </li>
                )}
            </ul>
            {!isOpen && commands.length > few && (
                <Button variant="link" isInline onClick={() => setOpen(true)}>
                    {format(_("Show all $0"), commands.length)}
                </Button>
            )}
        </div>
    );
};
