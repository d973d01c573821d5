/*
 * Which names ZFS takes. The rules are those of zfs_namecheck.c and zpool_name_valid(); they are checked here so
 * that a dialog can speak at the field. The answer is a code, as the sentence belongs to the page, which
 * translates it. Names are compared byte for byte: a leading, trailing or doubled space is part of a name.
 */

/** Why a name is refused; undefined is a good name. */
export type NameProblem =
    | { readonly kind: "empty" }
    /** In bytes. */
    | { readonly kind: "tooLong"; readonly limit: number }
    | { readonly kind: "invalidCharacter"; readonly character: string }
    | { readonly kind: "mustBeginWithLetter" }
    /** `word` is the reserved name or beginning. */
    | { readonly kind: "reserved"; readonly word: string }
    /** Two slashes in a row, or one at the beginning or end. */
    | { readonly kind: "emptyComponent" }
    /** A component "." or "..". */
    | { readonly kind: "selfReference" }
    | { readonly kind: "tooDeep"; readonly limit: number }
    /** A user property has to hold a colon. */
    | { readonly kind: "missingColon" }
    | { readonly kind: "beginsWithDash" };

/** Bytes of a dataset, snapshot or bookmark name in full. */
export const NAME_LIMIT = 255;
/** Two temporary children named $ORIGIN have to fit behind a pool's name. */
const POOL_NAME_LIMIT = 239;
/** Slashes in a name. */
export const DEPTH_LIMIT = 49;
const USER_PROPERTY_NAME_LIMIT = 255;

const RESERVED_BEGINNINGS = ["mirror", "raidz", "draid", "spare"];
const RESERVED_NAMES = ["log"];
const INVALID = /[^A-Za-z0-9\-_.: ]/u;

/** Checks the name of a new pool. */
export function checkPoolName(name: string): NameProblem | undefined {
    const reserved =
        RESERVED_BEGINNINGS.find((word) => name.startsWith(word)) ??
        RESERVED_NAMES.find((word) => name === word);
    return (
        checkLength(name, POOL_NAME_LIMIT) ??
        checkCharacters(name) ??
        (/^[A-Za-z]/.test(name) ? undefined : { kind: "mustBeginWithLetter" }) ??
        (reserved === undefined ? undefined : { kind: "reserved", word: reserved })
    );
}

/** Why a pool cannot have a name. */
export type PoolNameProblem = NameProblem | { readonly kind: "taken" };

/**
 * Checks the name that a pool is to have on this host.
 *
 * @param taken the names of the pools that are imported
 */
export const checkNewPoolName = (name: string, taken: readonly string[]): PoolNameProblem | undefined =>
    checkPoolName(name) ?? (taken.includes(name) ? { kind: "taken" } : undefined);

/** Checks the full name of a dataset: pool/a/b. */
export function checkDatasetName(name: string): NameProblem | undefined {
    const components = name.split("/");
    return (
        checkLength(name, NAME_LIMIT) ??
        (components.includes("") ? { kind: "emptyComponent" } : undefined) ??
        first(components, checkComponent) ??
        (components.length - 1 > DEPTH_LIMIT ? { kind: "tooDeep", limit: DEPTH_LIMIT } : undefined)
    );
}

/** Checks the name of a snapshot, what stands behind the @, for a dataset. */
export const checkSnapshotName = (dataset: string, name: string): NameProblem | undefined =>
    checkLength(`${dataset}@${name}`, NAME_LIMIT) ?? checkComponent(name);

/** Checks the name of a user property: lower case, with a colon. zfsprops(7). */
export function checkUserPropertyName(name: string): NameProblem | undefined {
    const invalid = /[^a-z0-9\-_.:]/u.exec(name)?.[0];
    return (
        checkLength(name, USER_PROPERTY_NAME_LIMIT) ??
        (invalid === undefined ? undefined : { kind: "invalidCharacter", character: invalid }) ??
        (name.startsWith("-") ? { kind: "beginsWithDash" } : undefined) ??
        (name.includes(":") ? undefined : { kind: "missingColon" })
    );
}

function checkComponent(component: string): NameProblem | undefined {
    if (component === "") return { kind: "empty" };
    if (component === "." || component === "..") return { kind: "selfReference" };
    return checkCharacters(component);
}

function checkCharacters(name: string): NameProblem | undefined {
    const character = INVALID.exec(name)?.[0];
    return character === undefined ? undefined : { kind: "invalidCharacter", character };
}

function checkLength(name: string, limit: number): NameProblem | undefined {
    if (name === "") return { kind: "empty" };
    return new TextEncoder().encode(name).length > limit ? { kind: "tooLong", limit } : undefined;
}

function first<Item>(items: readonly Item[], check: (item: Item) => NameProblem | undefined) {
    for (const item of items) {
        const problem = check(item);
        if (problem !== undefined) return problem;
    }
    return undefined;
}
