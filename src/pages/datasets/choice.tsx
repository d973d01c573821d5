import { createContext, useContext, useSyncExternalStore } from "react";

import { _, format } from "../../i18n.ts";
import { Store } from "../../store/store.ts";

/** The names of the datasets that a person has ticked. Rows look at it by themselves: the table is not drawn again. */
export type Choice = Store<ReadonlySet<string>>;

export const newChoice = (): Choice => new Store<ReadonlySet<string>>(new Set());

/** The choice that the boxes in a table are about. */
export const ChoiceContext = createContext<Choice>(newChoice());

/** Ticks all of `names`, or none if all were. */
export function toggleChoice(choice: Choice, names: readonly string[]): void {
    const before = choice.get();
    const isAll = names.every((name) => before.has(name));
    const after = new Set(before);
    for (const name of names)
        if (isAll) after.delete(name);
        else after.add(name);
    choice.set(after);
}

interface ChoiceBoxProps {
    /** What it ticks. */
    readonly names: readonly string[];
    readonly label: string;
    readonly tabIndex?: 0 | -1;
}

/** A box that ticks datasets; with some of several ticked it is half ticked. */
export const ChoiceBox = ({ names, label, tabIndex = 0 }: ChoiceBoxProps) => {
    const choice = useContext(ChoiceContext);
    const state = useSyncExternalStore(choice.subscribe, () => tickState(choice.get(), names));
    return (
        <input
            type="checkbox"
            className="pf-v6-c-check__input"
            aria-label={label}
            tabIndex={tabIndex}
            checked={state === "all"}
            ref={(box) => {
                if (box) box.indeterminate = state === "some";
            }}
            onChange={() => toggleChoice(choice, names)}
        />
    );
};

function tickState(chosen: ReadonlySet<string>, names: readonly string[]): "all" | "some" | "none" {
    if (chosen.size === 0 || names.length === 0) return "none";
    const count = names.filter((name) => chosen.has(name)).length;
    return count === 0 ? "none" : count === names.length ? "all" : "some";
}

/** The label of the box of one dataset. */
export const choiceLabel = (name: string): string => format(_("Choose $0"), name);

/** The names of those that the box above the others ticks. */
export const ShownContext = createContext<readonly string[]>([]);

/** The box above the others. */
export const ChooseAll = () => (
    <ChoiceBox names={useContext(ShownContext)} label={_("Choose all that are shown")} />
);
