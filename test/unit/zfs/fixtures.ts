import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../../fixtures");

/** Names of the recordings in a folder of test/fixtures, without those that do not end so. */
export function fixtureNames(folder: string, ending: string): readonly string[] {
    return readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(ending));
}

/** A recording as it was printed. */
export function fixture(folder: string, name: string): string {
    return readFileSync(join(ROOT, folder, name), "utf8");
}

/**
 * A JSON recording as the page would get it. They were made with --json-int, which it never uses, since
 * JSON.parse rounds such numbers.
 */
export function jsonFixture(folder: string, name: string): string {
    return fixture(folder, name).replace(/([:[,])(\d+)(?=[,}\]])/g, '$1"$2"');
}
