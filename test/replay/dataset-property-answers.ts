// What `zfs get` answers about the properties of datasets.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { GET_SOURCES, GET_VALUES, getBelow, getOne } from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import type { Answers } from "./scenario.ts";

const fixtures = join(import.meta.dirname, "../fixtures");

/** What the module of 2.3 says of the properties of datasets, without the one that makes the listing another. */
export const datasetModuleFiles = readFileSync(join(fixtures, "zfs-module/2.3.9.txt"), "utf8")
    .split("\n")
    .filter((line) => !line.includes("/snapshots_changed/"))
    .join("\n");

/** A property: its value, its source, and what a stream brought. */
export type PropertyRow = readonly [value: string, source: string, received?: string];

/** A filesystem's as they were recorded, without its notes. */
const recorded = readFileSync(join(fixtures, "zfs-get/2.3.9-filesystem.txt"), "utf8")
    .trimEnd()
    .split("\n")
    .flatMap((line) => {
        const [, name = "", value = "", source = ""] = line.split("\t");
        return name === "" || name.includes(":") ? [] : [[name, [value, source]] as const];
    });

/** The answers about all properties of a filesystem; those that are not said are as they were recorded. */
export function datasetPropertyAnswers(
    dataset: string,
    changes: Readonly<Record<string, PropertyRow>>,
): Answers {
    const rows: readonly (readonly [string, PropertyRow])[] = Object.entries({
        ...Object.fromEntries<PropertyRow>(recorded),
        ...changes,
    });
    const lines = (textOf: (row: PropertyRow) => string) =>
        rows.map(([name, row]) => `${name}\t${textOf(row)}\n`).join("");
    return {
        [shellQuote([...GET_SOURCES, dataset])]: { stdout: lines(([, source]) => source) },
        [shellQuote([...GET_VALUES, dataset])]: {
            stdout: lines(([value, , received = "-"]) => `${value}\t${received}`),
        },
        ...Object.fromEntries(
            rows
                .filter(([name]) => name.includes(":"))
                .flatMap(([name, [value, , received = "-"]]) => [
                    [shellQuote(getOne("value", name, dataset)), { stdout: `${value}\n` }],
                    [shellQuote(getOne("received", name, dataset)), { stdout: `${received}\n` }],
                ]),
        ),
    };
}

/** The answers about one property of what is above a dataset, and of what lies below it. */
export const aroundAnswers = (
    property: string,
    dataset: string,
    above: string,
    below: Readonly<Record<string, PropertyRow>>,
): Answers => ({
    [shellQuote(getOne("value", property, dataset.slice(0, dataset.lastIndexOf("/"))))]: {
        stdout: `${above}\n`,
    },
    [shellQuote(getBelow(property, dataset))]: {
        stdout: Object.entries(below)
            .map(([name, [value, source]]) => `${name}\t${property}\t${source}\t${value}\n`)
            .join(""),
    },
});
