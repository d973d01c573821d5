import { _ } from "../../i18n.ts";
import { ReasonedMenu } from "../../ui/reasoned-menu.tsx";
import { withDisks } from "../../zfs/layout/draft.ts";
import type { Part } from "../../zfs/layout/draft.ts";
import { vdevClasses } from "../../zfs/layout/plan.ts";

import { classHelp, classText } from "./layout-text.ts";
import { PartFields } from "./part-fields.tsx";
import type { Layout } from "./use-layout.ts";

interface LayoutStepProps {
    readonly layout: Layout;
    /** It is added to a pool, which has data already. */
    readonly isAddition: boolean;
}

/** What becomes of the disks: one part of the layout after the other. */
export const LayoutStep = ({ layout, isAddition }: LayoutStepProps) => {
    const { parts, drafts, selection, setParts } = layout;
    const change = (index: number, news: Partial<Part>) => {
        const changed = parts.map((part, place) => (place === index ? { ...part, ...news } : part));
        setParts(news.paths ? withDisks(changed, index, news.paths) : changed);
    };
    return (
        <>
            {drafts.map((draft, index) => (
                <PartFields
                    // parts have no other name, and keep their order
                    key={index}
                    draft={draft}
                    canBeAnything={index === 0 && isAddition}
                    choice={index === 0 ? undefined : selection.disks}
                    onChange={(news) => change(index, news)}
                    onRemove={index === 0 ? undefined : () => setParts(parts.toSpliced(index, 1))}
                />
            ))}
            <div>
                <ReasonedMenu
                    label={_("Add vdevs")}
                    reason={undefined}
                    choices={vdevClasses.map((vdevClass) => ({
                        id: vdevClass,
                        title: classText(vdevClass),
                        help: classHelp(vdevClass),
                    }))}
                    onChoose={(vdevClass) => setParts([...parts, { class: vdevClass, paths: [] }])}
                />
            </div>
        </>
    );
};
