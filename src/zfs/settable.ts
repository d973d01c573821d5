/** A property of a pool that the page can set, and what it may hold. */
export interface Settable {
    readonly name: string;
    readonly values: { readonly kind: "switch" } | { readonly kind: "text"; readonly limit: number };
}

/** Why a value cannot be set. */
export type ValueProblem =
    | { readonly kind: "tooLong"; readonly limit: number; readonly length: number }
    | { readonly kind: "invalidCharacter"; readonly character: string };

/** Properties of pools that can be set, with their values as zpoolprops(7) and ZFS's own checks have them. */
const settables: readonly Settable[] = [
    { name: "comment", values: { kind: "text", limit: 32 } },
    { name: "autotrim", values: { kind: "switch" } },
];

/** How the property of this name is set; undefined for one that the page cannot set. */
export const findSettable = (name: string): Settable | undefined =>
    settables.find((settable) => settable.name === name);

/** Checks a value that a person types before ZFS would. Texts are printable ASCII: ZFS refuses anything else. */
export function checkValue({ values }: Settable, value: string): ValueProblem | undefined {
    if (values.kind === "switch") return undefined;
    const character = /[^ -~]/u.exec(value)?.[0];
    if (character !== undefined) return { kind: "invalidCharacter", character };
    return value.length > values.limit
        ? { kind: "tooLong", limit: values.limit, length: value.length }
        : undefined;
}
