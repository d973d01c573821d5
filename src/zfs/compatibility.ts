/** The names of files of features, from a listing with one in each line: sorted, each once, the newest release first. */
export const parseCompatibilityNames = (listing: string): readonly string[] =>
    [...new Set(listing.split("\n").filter((name) => name !== ""))].toSorted((one, other) =>
        other.localeCompare(one, "en", { numeric: true }),
    );
