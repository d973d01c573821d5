import { isRecord } from "../zfs/parse/fields.ts";

/** The values of one line of the helper's output; none where it is no JSON object. */
export function jsonFields(line: string): Readonly<Record<string, unknown>> {
    try {
        const value: unknown = JSON.parse(line);
        return isRecord(value) ? value : {};
    } catch {
        return {};
    }
}
