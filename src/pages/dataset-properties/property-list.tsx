import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { Table, Tbody, Th, Tr } from "@patternfly/react-table/dist/esm/components/Table/index.js";
import { useDialogs } from "dialogs";
import { useState } from "react";

import { _, format } from "../../i18n.ts";
import { FilterRow } from "../../ui/filter-row.tsx";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { seenProperty } from "../../zfs/commands/expect.ts";
import { setProperties } from "../../zfs/commands/properties.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import type { ModuleFacts } from "../../zfs/module.ts";
import type { Property } from "../../zfs/property.ts";
import { wasSet } from "../../zfs/property.ts";
import { PropertyHead, PropertyRow } from "../properties/property-table.tsx";
import { UserPropertyDialog } from "../properties/user-property-dialog.tsx";

import { inGroups, propertyTitle } from "./catalog.ts";
import { EffectBelowOf } from "./effect-below.tsx";
import { PropertyName } from "./property-name.tsx";
import { SourceText } from "./source-text.tsx";
import { useEditing } from "./use-editing.tsx";
import { datasetValueText } from "./value-text.ts";

interface PropertyListProps {
    readonly dataset: Dataset;
    readonly properties: readonly Property[];
    readonly rules: ModuleFacts["datasetProperties"];
}

/** The properties of a dataset in groups: with their values, where these are from, and a way to change them. */
export const PropertyList = ({ dataset, properties, rules }: PropertyListProps) => {
    const dialogs = useDialogs();
    const [text, setText] = useState("");
    const [isSetOnly, setSetOnly] = useState(false);
    const { editing, obstacle } = useEditing(dataset, rules);
    const groups = inGroups(properties.filter((one) => (!isSetOnly || wasSet(one)) && isFound(one, text)));
    const add = () =>
        dialogs.show(
            <UserPropertyDialog
                subject={{
                    owner: "dataset",
                    name: dataset.name,
                    build: (name, value) =>
                        setProperties([dataset], [[name, value]], {
                            seen: [
                                seenProperty(
                                    dataset,
                                    properties.find((one) => one.name === name) ?? { name },
                                ),
                            ],
                        }),
                }}
                effectOf={(property) => (
                    <EffectBelowOf key={property} datasets={[dataset.name]} property={property} />
                )}
            />,
        );
    return (
        <>
            <FilterRow label={_("Search in names of properties")} text={text} onText={setText}>
                <Checkbox
                    id="zfs-set-only"
                    label={_("Only what was set")}
                    isChecked={isSetOnly}
                    onChange={(_event, isChecked) => setSetOnly(isChecked)}
                />
                <ReasonedButton variant="secondary" reason={obstacle} onClick={add}>
                    {_("Add a user property…")}
                </ReasonedButton>
            </FilterRow>
            {groups.length === 0 ? (
                <p>
                    {text === ""
                        ? _("Nothing was set here: all values are inherited, or ZFS's own.")
                        : _("No property is called so.")}{" "}
                    <Button
                        variant="link"
                        isInline
                        onClick={() => {
                            setText("");
                            setSetOnly(false);
                        }}
                    >
                        {_("Show all")}
                    </Button>
                </p>
            ) : (
                <Table
                    variant="compact"
                    aria-label={format(_("Properties of $0"), dataset.name)}
                    className="zfs-properties zfs-dataset-properties"
                    gridBreakPoint=""
                    borders={false}
                >
                    <PropertyHead />
                    {groups.map((group) => (
                        <Tbody key={group.id}>
                            <Tr>
                                <Th colSpan={3} scope="rowgroup" className="zfs-property-group">
                                    {group.title}
                                </Th>
                            </Tr>
                            {group.properties.map((property) => {
                                const rule = rules.get(property.name);
                                return (
                                    <PropertyRow
                                        key={property.name}
                                        property={property}
                                        name={<PropertyName name={property.name} rule={rule} />}
                                        text={property.value && datasetValueText(property.value, rule)}
                                        source={<SourceText property={property} />}
                                        editing={editing}
                                    />
                                );
                            })}
                        </Tbody>
                    ))}
                </Table>
            )}
        </>
    );
};

const isFound = ({ name }: Property, text: string): boolean =>
    [name, propertyTitle(name)].some((words) => words.toLowerCase().includes(text.trim().toLowerCase()));
