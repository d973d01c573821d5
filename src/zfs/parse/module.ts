import type { FeatureRule, ModuleFacts, PropertyRule } from "../module.ts";

import type { Line } from "./parse-error.ts";
import { fail, toLines } from "./parse-error.ts";

/** What a file below /sys/module/zfs holds: "features.pool", "com.datto:encryption", "description", the text. */
const FILE = /^\/sys\/module\/zfs\/([^/]+)\/([^/]+)\/([^/:]+):(.*)$/;

/** The files of one feature or property, by name. */
type Attributes = ReadonlyMap<string, string>;

/**
 * Reads what `MODULE` of reads.ts prints, a file a line. A folder that the module does not have gives no line.
 * @throws ParseError
 */
export function parseModule(text: string): ModuleFacts {
    const folders = new Map<string, Map<string, Map<string, string>>>();
    for (const line of toLines(text)) {
        const [folder, name, attribute, value] = readFile(line);
        const things = folders.get(folder) ?? new Map<string, Map<string, string>>();
        folders.set(folder, things.set(name, (things.get(name) ?? new Map()).set(attribute, value)));
    }
    const all = <T>(folder: string, read: (attributes: Attributes) => T): ReadonlyMap<string, T> =>
        new Map([...(folders.get(folder) ?? [])].map(([name, attributes]) => [name, read(attributes)]));
    return {
        features: all("features.pool", readFeature),
        poolProperties: all("properties.pool", readProperty),
        vdevProperties: all("properties.vdev", readProperty),
        datasetProperties: all("properties.dataset", readProperty),
    };
}

function readFile(line: Line): readonly [string, string, string, string] {
    const [, folder, name, attribute, value] = FILE.exec(line.text) ?? fail("no file of the module", line);
    return [folder ?? "", (name ?? "").replace(/^.*:/, ""), attribute ?? "", value ?? ""];
}

const readFeature = (attributes: Attributes): FeatureRule => ({
    description: attributes.get("description") ?? "",
    isReadOnlyCompatible: attributes.get("readonly_compatible") === "1",
    isActiveOnceEnabled: attributes.get("activate_on_enable") === "1",
});

const readProperty = (attributes: Attributes): PropertyRule => ({
    type: readType(attributes.get("type")),
    isReadOnly: attributes.get("readonly") !== "0",
    isSetOnce: attributes.get("setonce") === "1",
    isVisible: attributes.get("visible") !== "0",
    datasets: (attributes.get("datasets") ?? "").split(" ").filter((type) => type !== ""),
    values: attributes.get("values") ?? "",
    default: attributes.get("default") ?? "",
});

const readType = (type: string | undefined): PropertyRule["type"] =>
    type === "number" || type === "index" ? type : "string";
