/**
 * The row to which a key leads, by the ARIA practices for grids; undefined for keys that lead nowhere.
 *
 * @param key as in `KeyboardEvent.key`
 * @param index the row that has the focus, the first is 0
 * @param count how many rows there are
 * @param perPage how many rows are in view
 */
export function rowStep(key: string, index: number, count: number, perPage: number): number | undefined {
    const within = (target: number) => Math.min(Math.max(target, 0), count - 1);
    switch (key) {
        case "ArrowDown":
            return within(index + 1);
        case "ArrowUp":
            return within(index - 1);
        case "PageDown":
            return within(index + perPage);
        case "PageUp":
            return within(index - perPage);
        case "Home":
            return 0;
        case "End":
            return count - 1;
        default:
            return undefined;
    }
}
