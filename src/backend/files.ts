import cockpit from "cockpit";

/** The text of a file; undefined when it is not there or may not be read. Starts no process. */
export async function readText(path: string): Promise<string | undefined> {
    try {
        // the types do not say that it is null where there is no such file
        return ((await cockpit.file(path).read()) as string | null) ?? undefined;
    } catch {
        return undefined;
    }
}
