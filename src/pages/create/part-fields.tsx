import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { FormGroup, FormSection } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect/index.js";
import { useId } from "react";

import { _, format } from "../../i18n.ts";
import { FieldHelp } from "../../ui/field-help.tsx";
import type { Disk } from "../../zfs/disk.ts";
import type { DraftedPart, Part } from "../../zfs/layout/draft.ts";
import { isDraid, kindsOf, vdevClasses, widthsOf } from "../../zfs/layout/plan.ts";
import type { VdevClass } from "../../zfs/layout/plan.ts";

import { DraidFields } from "./draid-fields.tsx";
import { KindChooser } from "./kind-chooser.tsx";
import { classHelp, classText, partProblemText, widthText } from "./layout-text.ts";
import { PartDisks } from "./part-disks.tsx";

interface PartFieldsProps {
    readonly draft: DraftedPart;
    /** Its class is chosen here. */
    readonly canBeAnything: boolean;
    /** The disks that it can take; undefined for the part that has all that no other takes. */
    readonly choice: readonly Disk[] | undefined;
    readonly onChange: (news: Partial<Part>) => void;
    /** Undefined where it has to stay. */
    readonly onRemove: (() => void) | undefined;
}

/** One part of the layout: what it is for, its kind, how wide its vdevs are, its disks. */
export const PartFields = ({ draft, canBeAnything, choice, onChange, onRemove }: PartFieldsProps) => {
    const { part, disks, shape, problem } = draft;
    const id = useId();
    const widths = widthsOf(shape.kind, disks.length);
    return (
        <FormSection title={classText(part.class)} titleElement="h2">
            <div className="zfs-part">
                <span className="zfs-quiet">{classHelp(part.class)}</span>
                {onRemove && (
                    <Button
                        variant="link"
                        isInline
                        aria-label={format(_("Remove $0"), classText(part.class))}
                        onClick={onRemove}
                    >
                        {_("Remove")}
                    </Button>
                )}
            </div>
            {canBeAnything && (
                <FormGroup label={_("What for")} fieldId={`${id}-class`}>
                    <FormSelect
                        id={`${id}-class`}
                        value={part.class}
                        onChange={(_event, value) => onChange({ class: value as VdevClass, kind: undefined })}
                    >
                        {vdevClasses.map((vdevClass) => (
                            <FormSelectOption
                                key={vdevClass}
                                value={vdevClass}
                                label={classText(vdevClass)}
                            />
                        ))}
                    </FormSelect>
                </FormGroup>
            )}
            {choice && <PartDisks draft={draft} choice={choice} onPaths={(paths) => onChange({ paths })} />}
            {kindsOf[part.class].length > 1 && (
                <KindChooser
                    kinds={kindsOf[part.class]}
                    kind={shape.kind}
                    count={disks.length}
                    onKind={(kind) => onChange({ kind, width: undefined, draid: undefined })}
                />
            )}
            {widths.length > 1 && (
                <FormGroup label={_("Disks in each vdev")} fieldId={`${id}-width`}>
                    <FormSelect
                        id={`${id}-width`}
                        value={shape.width}
                        onChange={(_event, value) => onChange({ width: Number(value) })}
                    >
                        {widths.map((width) => (
                            <FormSelectOption
                                key={width}
                                value={width}
                                label={widthText(shape.kind, width, disks.length)}
                            />
                        ))}
                    </FormSelect>
                </FormGroup>
            )}
            {isDraid(shape.kind) && shape.draid && (
                <DraidFields draid={shape.draid} onDraid={(draid) => onChange({ draid })} />
            )}
            {problem && <FieldHelp isError text={partProblemText(problem)} />}
        </FormSection>
    );
};
