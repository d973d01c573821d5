import { HostError } from "./errors.ts";

/** The exit status by which ZFS's commands say that they do not know an option. */
const usageError = 2;

/**
 * What `json` reads where this ZFS prints JSON (2.3 and later), what `text` reads otherwise; which one it is, is found
 * out by asking.
 */
export async function jsonOrText<Model>(
    json: () => Promise<Model>,
    text: () => Promise<Model>,
): Promise<Model> {
    try {
        return await json();
    } catch (error) {
        if (!(error instanceof HostError) || error.exitStatus !== usageError) throw error;
        return text();
    }
}
