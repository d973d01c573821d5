/**
 * Why a vdev is in its state: the text form's words by the word of the JSON form. For all others the text form
 * says "corrupted data", so their own word is the better one. print_status_config() in zpool_main.c.
 */
export const AUX_BY_WORD: ReadonlyMap<string, string> = new Map([
    ["OPEN_FAILED", "cannot open"],
    ["CORRUPT_DATA", "corrupted data"],
    ["NO_REPLICAS", "insufficient replicas"],
    ["BAD_GUID_SUM", "missing device"],
    ["BAD_LABEL", "invalid label"],
    ["VERSION_NEWER", "newer version"],
    ["UNSUP_FEAT", "unsupported feature(s)"],
    ["SPARED", "currently in use"],
    ["ERR_EXCEEDED", "too many errors"],
    ["IO_FAILURE", "experienced I/O failures"],
    ["BAD_LOG", "bad intent log"],
    ["EXTERNAL", "external device fault"],
    ["SPLIT_POOL", "split into new pool"],
    ["ACTIVE", "currently in use"],
    ["CHILDREN_OFFLINE", "all children offline"],
    ["ASHIFT_TOO_BIG", "unsupported minimum blocksize"],
]);

/** The same words as a set, with those that the JSON form has no word for and those of old versions. */
export const AUX_TEXTS: ReadonlySet<string> = new Set([
    ...AUX_BY_WORD.values(),
    "too many slow I/Os",
    "incompatible version",
]);
