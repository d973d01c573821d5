// THE PROPERTIES OF DATASETS. Which there are, what they may hold and what they are by default is what the loaded module
// says (zfs/dataset-settable.ts), so the page fits every release. Our own is only what they are called, what they are
// for, and in which order they stand; one that is not known here is shown with ZFS's own words.
import { _, format } from "../../i18n.ts";
import type { PropertyRule } from "../../zfs/module.ts";
import type { Property } from "../../zfs/property.ts";

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

/** What a property is for. */
export function datasetPropertyHelp(name: string, rule?: PropertyRule): string {
    const words = wordsOf(name)?.[1];
    if (words !== undefined) return words;
    if (name.includes(":")) return _("Your own note, which all below inherit. ZFS does nothing with it.");
    return rule?.values ? format(_("It may hold: $0"), rule.values) : "";
}

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
