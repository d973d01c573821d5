/**
 * The row to which a key leads, by the ARIA practices for grids; undefined for keys that lead nowhere.
 *
 * @param key as in `KeyboardEvent.key`
 * @param index the row that has the focus, the first is 0
 * @param count how many rows there are
 * @param perPage how many rows are in view
 */
export function rowStep(key: string, index: number, count: number, perPage: number): number | undefined {
    const target = {
        ArrowDown: index + 1,
        ArrowUp: index - 1,
        PageDown: index + perPage,
        PageUp: index - perPage,
        Home: 0,
        End: count - 1,
    }[key];
    return target === undefined ? undefined : Math.min(Math.max(target, 0), count - 1);
}
