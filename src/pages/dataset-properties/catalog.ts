// THE PROPERTIES OF DATASETS. Which there are, what they may hold and what they are by default is what the loaded module
// says (zfs/dataset-settable.ts), so the page fits every release. Our own is only what they are called, what they are
// for, and in which order they stand; one that is not known here is shown with ZFS's own words.
import { _, format } from "../../i18n.ts";
import { isPowerOf2 } from "../../zfs/dataset-settable.ts";
import { leastBlock, mostBlock } from "../../zfs/dataset-values.ts";
import type { PropertyRule } from "../../zfs/module.ts";
import type { Property } from "../../zfs/property.ts";
import type { Settable } from "../../zfs/settable.ts";
import { formatSize } from "../../zfs/size.ts";

import { factGroups } from "./catalog-facts.ts";
import type { PropertyGroup } from "./catalog-group.ts";
import { accessGroups, dataGroups, placeGroups } from "./catalog-settings.ts";

/** A group, with those of its properties that a dataset has. */
export interface FoundGroup {
    readonly id: string;
    readonly title: string;
    readonly properties: readonly Property[];
}

let groups: readonly PropertyGroup[] | undefined;

/** They are made once, when they are first shown: the translations are there then. */
const allGroups = (): readonly PropertyGroup[] => {
    groups ??= [...placeGroups(), ...dataGroups(), ...accessGroups(), ...factGroups()];
    return groups;
};

/** What a property is called; its own name, where that is all that is known. */
export const propertyTitle = (name: string): string => wordsOf(name)?.[0] ?? name;

/**
 * What a property is for.
 *
 * @param rule if it is given, also what the property may hold
 */
export function datasetPropertyHelp(name: string, rule?: PropertyRule): string {
    const words = wordsOf(name)?.[1];
    if (words === undefined && name.includes(":"))
        return _("Your own note, which all below inherit. ZFS does nothing with it.");
    return [words, rule && !rule.isReadOnly && valuesText(rule.values)].filter(Boolean).join(" ");
}

/** What can be set, in ZFS's own words but for blocks, of which these know less than is taken. */
function valuesText(values: string): string {
    if (values === "") return "";
    if (!isPowerOf2(values)) return format(_("It may hold: $0"), values);
    const sizes = [formatSize(leastBlock), formatSize(mostBlock)] as const;
    return values.startsWith("zero")
        ? format(_("It may hold: 0, or a power of two from $0 to $1, such as 128K"), ...sizes)
        : format(_("It may hold: a power of two from $0 to $1, such as 128K"), ...sizes);
}

/** The same for a field, where a choice shows what there is. */
export const datasetFieldHelp = ({ name, values }: Settable, rule?: PropertyRule): string =>
    datasetPropertyHelp(name, values.kind === "choice" ? undefined : rule);

const wordsOf = (name: string) =>
    allGroups()
        .map(({ words }) => (Object.hasOwn(words, name) ? words[name] : undefined))
        .find((words) => words !== undefined);

/** The properties of a dataset in their groups: the known ones, others of ZFS's, and those that people made up. */
export function inGroups(properties: readonly Property[]): readonly FoundGroup[] {
    const byName = new Map(properties.map((property) => [property.name, property]));
    const known = allGroups().map(({ id, title, words }) => ({
        id,
        title,
        properties: Object.keys(words).flatMap((name) => byName.get(name) ?? []),
    }));
    const placed = new Set(known.flatMap((group) => group.properties.map(({ name }) => name)));
    const rest = properties
        .filter(({ name }) => !placed.has(name))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1));
    const isUser = ({ name }: Property) => name.includes(":");
    return [
        ...known,
        { id: "other", title: _("Other"), properties: rest.filter((property) => !isUser(property)) },
        { id: "user", title: _("User properties"), properties: rest.filter(isUser) },
    ].filter((group) => group.properties.length > 0);
}
