import type { Command } from "../../zfs/commands/command.ts";
import { useChangeSeries } from "../change/use-change-series.tsx";
import type { SeriesInDialog, SeriesOptions } from "../change/use-change-series.tsx";

/**
 * What a dialog about keys needs that runs commands one after another under the eyes of the person, shown as one line.
 *
 * @param commands may change as long as none is done
 */
export function useChain(
    commands: readonly Command[],
    options: Omit<SeriesOptions, "isWatched"> = {},
): Omit<SeriesInDialog, "line"> & { readonly line: string } {
    const { line, ...series } = useChangeSeries(commands, { ...options, isWatched: true });
    return { ...series, line: line.join(" && ") };
}
