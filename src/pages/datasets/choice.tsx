import { createContext, useContext, useSyncExternalStore } from "react";

import { _, format } from "../../i18n.ts";
import { Store } from "../../store/store.ts";
import type { Identity } from "../../zfs/commands/expect.ts";

/** The datasets that a person has ticked, each as its `tickOf`. Rows look at it by themselves: the table is not drawn again. */
export type Choice = Store<ReadonlySet<string>>;

export const newChoice = (): Choice => new Store<ReadonlySet<string>>(new Set());

/** The choice that the boxes in a table are about. */
export const ChoiceContext = createContext<Choice>(newChoice());

/** What a tick stands for: the dataset, not another one that gets its name later. */
export const tickOf = ({ name, guid }: Identity): string => `${guid} ${name}`;

/** Ticks all, or none if all were. @param ticks what is ticked, each as `tickOf` has it */
export function toggleChoice(choice: Choice, ticks: readonly string[]): void {
    const before = choice.get();
    const isAll = ticks.every((tick) => before.has(tick));
    const after = new Set(before);
    for (const tick of ticks)
        if (isAll) after.delete(tick);
        else after.add(tick);
    choice.set(after);
}

interface ChoiceBoxProps {
    /** What it ticks, each as `tickOf` has it. */
    readonly ticks: readonly string[];
    readonly label: string;
    readonly tabIndex?: 0 | -1;
}

/** A box that ticks datasets; with some of several ticked it is half ticked. */
export const ChoiceBox = ({ ticks, label, tabIndex = 0 }: ChoiceBoxProps) => {
    const choice = useContext(ChoiceContext);
    const state = useSyncExternalStore(choice.subscribe, () => tickState(choice.get(), ticks));
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
            onChange={() => toggleChoice(choice, ticks)}
        />
    );
};

function tickState(chosen: ReadonlySet<string>, ticks: readonly string[]): "all" | "some" | "none" {
    if (chosen.size === 0 || ticks.length === 0) return "none";
    const count = ticks.filter((tick) => chosen.has(tick)).length;
    return count === 0 ? "none" : count === ticks.length ? "all" : "some";
}

/** The label of the box of one dataset. */
export const choiceLabel = (name: string): string => format(_("Choose $0"), name);

/** What the box above the others ticks, each as `tickOf` has it. */
export const ShownContext = createContext<readonly string[]>([]);

/** The box above the others. */
export const ChooseAll = () => (
    <ChoiceBox ticks={useContext(ShownContext)} label={_("Choose all that are shown")} />
);
