import { formatSize } from "../src/zfs/size.ts";

/** An object of the model, by its keys. */
type Fields = ReadonlyMap<string, unknown>;

const RATES = ["rate", "scanRate"];
const TO_THE_MINUTE = ["removal.seconds", "removal.secondsLeft"];

const inState =
    (...states: readonly string[]) =>
    (text: Fields): boolean =>
        states.includes(String(text.get("state")));
const always = () => true;
const hasRebuilds = (text: Fields): boolean => Object.keys(text.get("rebuilds") ?? []).length > 0;

/**
 * What the JSON form alone carries, by docs/status-fields.md: the ends of paths, and where it is so, by what the text
 * says beside it.
 */
const JSON_ALONE: readonly (readonly [end: RegExp, where: (text: Fields) => boolean])[] = [
    [/\.(physPath|devid)$/, always],
    [/\.dedup\.(onDisk|inCore)$/, always],
    [/\.errors\.count$/, (text) => text.get("kind") === "list"],
    [/\.path$/, (text) => text.get("kind") === "dspare"],
    [/\.scan$/, (text) => text.get("errorScrub") !== undefined || hasRebuilds(text)],
    [/\.errorScrub$/, (text) => text.get("scan") !== undefined],
    [/\.(scanned|issued|total|percent)$/, inState("finished", "canceled")],
    [/\.(start|repaired|copied|mappingMemory)$/, inState("canceled")],
    [/\.(seconds|errors|errorBlocks)$/, inState("inProgress", "paused", "canceled")],
    [/\.(rebuilds\.\d+|removal)\.start$/, inState("finished")],
    [/\.removal\.vdev$/, inState("finished")],
    [/\.removal\.(vdevId|mappingMemory)$/, inState("inProgress", "canceled")],
];

/**
 * Where two models differ, as lines "path: text, json": one comes from the text form of `zpool status`, one from the
 * JSON form. What both forms carry must be in both. Sizes have three digits in the text, and removals are timed to the
 * minute.
 *
 * @param skipped names of fields that may differ
 * @param lacking names of fields that the text lacks because of its options, or because nothing was joined to it
 */
export const differences = (
    text: object,
    json: object,
    skipped: readonly string[],
    lacking: readonly string[] = [],
): readonly string[] => differencesAt("", fieldsOf(text), fieldsOf(json), { skipped, lacking });

interface Exceptions {
    readonly skipped: readonly string[];
    readonly lacking: readonly string[];
}

function differencesAt(
    path: string,
    texts: Fields,
    jsons: Fields,
    exceptions: Exceptions,
): readonly string[] {
    return [...new Set([...texts.keys(), ...jsons.keys()])].flatMap((key) => {
        const at = `${path}.${key}`;
        const [text, json] = [texts.get(key), jsons.get(key)];
        if (exceptions.skipped.includes(key)) return [];
        if (text === undefined && (exceptions.lacking.includes(key) || isOfJsonAlone(at, texts, json)))
            return [];
        if (typeof text === "object" && text !== null && typeof json === "object" && json !== null)
            return differencesAt(at, fieldsOf(text), fieldsOf(json), exceptions);
        return printed(text, at) === printed(json, at) ? [] : [`${at}: ${String(text)}, ${String(json)}`];
    });
}

const fieldsOf = (value: object): Fields => new Map(Object.entries(value));

/** Whether only the JSON form carries a field, here; the text has no rate that is 0. */
function isOfJsonAlone(path: string, text: Fields, json: unknown): boolean {
    if (json === 0 && isRate(path)) return true;
    return JSON_ALONE.some(([end, where]) => end.test(path) && where(text));
}

const isRate = (path: string): boolean => RATES.some((name) => path.endsWith(`.${name}`));

function printed(value: unknown, path: string): string {
    if (typeof value === "bigint") return formatSize(value);
    if (typeof value !== "number") return String(value);
    if (isRate(path)) return formatSize(BigInt(value));
    if (TO_THE_MINUTE.some((name) => path.endsWith(`.${name}`))) return String(Math.floor(value / 60));
    return String(value);
}
