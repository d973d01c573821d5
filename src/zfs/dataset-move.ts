import { checkNewName, nearestAbove } from "./dataset-draft.ts";
import type { NewNameProblem } from "./dataset-draft.ts";
import { isBelow, isEncryptionRoot, isLocked, parentOf, poolOf } from "./dataset.ts";
import type { Dataset } from "./dataset.ts";
import { DEPTH_LIMIT, NAME_LIMIT } from "./names.ts";

/** Why a dataset cannot have a name or a place. */
export type MoveProblem =
    | NewNameProblem
    | { readonly kind: "same" }
    | { readonly kind: "otherPool"; readonly pool: string }
    | { readonly kind: "intoItself" }
    | { readonly kind: "parentIsVolume" }
    | { readonly kind: "parentIsLocked"; readonly parent: string }
    /** Its key is that of a dataset above it, in which it would not lie any more. */
    | { readonly kind: "leavesEncryptionRoot"; readonly root: string }
    /** Something in it would have too long a name, or lie too deep. */
    | { readonly kind: "descendantTooLong"; readonly name: string; readonly limit: number }
    | { readonly kind: "descendantTooDeep"; readonly name: string; readonly limit: number };

/**
 * Checks the name that a dataset is to get, with all that lies in it: dsl_dir_rename_check() in dsl_dir.c. Snapshots
 * that lie in it have longer names yet; of these ZFS has the last word.
 */
export function checkMove(
    dataset: Dataset,
    name: string,
    datasets: readonly Dataset[],
    withParents: boolean,
): MoveProblem | undefined {
    if (name === dataset.name) return { kind: "same" };
    const pool = poolOf(dataset.name);
    if (poolOf(name) !== pool) return { kind: "otherPool", pool };
    if (isBelow(name, dataset.name)) return { kind: "intoItself" };
    const above = nearestAbove(name, datasets);
    return (
        checkNewName(name, datasets, withParents) ??
        (above?.type === "volume" ? ({ kind: "parentIsVolume" } as const) : undefined) ??
        checkKeys(dataset, above) ??
        checkDescendants(dataset.name, name, datasets)
    );
}

/** An encrypted dataset with no key of its own stays in the one whose key it uses. dsl_dir_rename_crypt_check() */
function checkKeys(dataset: Dataset, above: Dataset | undefined): MoveProblem | undefined {
    const { encryptionRoot } = dataset;
    if (encryptionRoot === undefined || isEncryptionRoot(dataset)) return undefined;
    return above?.encryptionRoot === encryptionRoot
        ? undefined
        : { kind: "leavesEncryptionRoot", root: encryptionRoot };
}

function checkDescendants(old: string, name: string, datasets: readonly Dataset[]): MoveProblem | undefined {
    const bytes = (text: string) => new TextEncoder().encode(text).length;
    const renamed = datasets
        .filter((other) => isBelow(other.name, old))
        .map((other) => ({ name: other.name, next: name + other.name.slice(old.length) }));
    const long = renamed.find(({ next }) => bytes(next) > NAME_LIMIT);
    if (long) return { kind: "descendantTooLong", name: long.name, limit: NAME_LIMIT };
    const deep = renamed.find(({ next }) => next.split("/").length - 1 > DEPTH_LIMIT);
    return deep && { kind: "descendantTooDeep", name: deep.name, limit: DEPTH_LIMIT };
}

/** Checks the name of a clone, which lies in the pool of its snapshot. */
export function checkCloneName(
    name: string,
    {
        pool,
        datasets,
        withParents,
    }: { readonly pool: string; readonly datasets: readonly Dataset[]; readonly withParents: boolean },
): MoveProblem | undefined {
    const problem = checkNewName(name, datasets, withParents);
    if (problem) return problem;
    if (poolOf(name) !== pool || parentOf(name) === undefined) return { kind: "otherPool", pool };
    const above = nearestAbove(name, datasets);
    if (above?.type === "volume") return { kind: "parentIsVolume" };
    return above && isLocked(above) ? { kind: "parentIsLocked", parent: above.name } : undefined;
}
