import { formatSize } from "../src/zfs/size.ts";

const SIZES = ["rate", "scanRate"];
const TO_THE_MINUTE = ["removal.seconds", "removal.secondsLeft"];

/**
 * Where two models differ, as lines "path: text, json", in what the one from the text form of `zpool status` carries.
 * Sizes have three digits there, and removals are timed to the minute.
 *
 * @param skipped names of fields that may differ
 */
export const differences = (text: unknown, json: unknown, skipped: readonly string[]): readonly string[] =>
    differencesAt("", text, json, skipped);

function differencesAt(
    path: string,
    text: unknown,
    json: unknown,
    skipped: readonly string[],
): readonly string[] {
    const key = path.split(".").at(-1) ?? "";
    if (text === undefined || skipped.includes(key)) return [];
    if (typeof text === "object" && text !== null && typeof json === "object" && json !== null) {
        const [texts, jsons] = [new Map(Object.entries(text)), new Map(Object.entries(json))];
        const lengths = Array.isArray(text) && texts.size !== jsons.size ? [`${path}: lengths`] : [];
        const inside = [...texts].map(([name, value]) =>
            differencesAt(`${path}.${name}`, value, jsons.get(name), skipped),
        );
        return [...lengths, ...inside.flat()];
    }
    return printed(text, path) === printed(json, path) ? [] : [`${path}: ${String(text)}, ${String(json)}`];
}

function printed(value: unknown, path: string): string {
    if (typeof value === "bigint") return formatSize(value);
    if (typeof value !== "number") return String(value);
    if (SIZES.some((name) => path.endsWith(`.${name}`))) return formatSize(BigInt(value));
    if (TO_THE_MINUTE.some((name) => path.endsWith(`.${name}`))) return String(Math.floor(value / 60));
    return String(value);
}
