import { HostError } from "./errors.ts";
import { readModuleVersion } from "./kstat.ts";

/** The exit status by which ZFS's commands say that they do not know an option. */
const usageError = 2;

/** Whether this ZFS has no JSON; undefined until that is known. */
let isTextOnly: boolean | undefined;

/** A guess, to be spared a call that fails; a version that does not look like one is asked for JSON. */
const isBefore23 = (version: string | undefined): boolean => /^([01]\.|2\.[0-2](\D|$))/.test(version ?? "");

/** What `json` reads where this ZFS prints JSON (2.3 and later), and what `text` reads otherwise. */
export async function jsonOrText<Model>(
    json: () => Promise<Model>,
    text: () => Promise<Model>,
): Promise<Model> {
    isTextOnly ??= isBefore23(await readModuleVersion());
    if (!isTextOnly) {
        try {
            return await json();
        } catch (error) {
            if (!(error instanceof HostError) || error.exitStatus !== usageError) throw error;
            isTextOnly = true;
        }
    }
    return text();
}
