// What `zpool get` answers.

import { GET_JSON } from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import type { Answers } from "./scenario.ts";

const propertiesOf = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
            name,
            { value, source: { type: value === "-" ? "DEFAULT" : "LOCAL", data: "-" } },
        ]),
    );

/** The answer to the page's question for the properties of a pool, all of them set on it. */
export const propertyAnswers = (pool: string, values: Readonly<Record<string, string>>): Answers => ({
    [shellQuote([...GET_JSON, pool])]: {
        stdout: JSON.stringify({
            pools: {
                [pool]: {
                    properties: propertiesOf(values),
                },
            },
        }),
    },
});

/** The same for a vdev, asked by its guid; what is "-" is not set. */
export const vdevPropertyAnswers = (
    pool: string,
    { name, guid }: { readonly name: string; readonly guid: string },
    values: Readonly<Record<string, string>>,
): Answers => ({
    [`zpool get -jp all ${pool} ${guid}`]: {
        stdout: JSON.stringify({ vdevs: { [name]: { properties: propertiesOf(values) } } }),
    },
});
