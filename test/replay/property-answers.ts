// What `zpool get` answers.

import type { Answers } from "./scenario.ts";

/** The answer to the page's question for the properties of a pool, all of them set on it. */
export const propertyAnswers = (pool: string, values: Readonly<Record<string, string>>): Answers => ({
    [`zpool get -jp all ${pool}`]: {
        stdout: JSON.stringify({
            pools: {
                [pool]: {
                    properties: Object.fromEntries(
                        Object.entries(values).map(([name, value]) => [
                            name,
                            { value, source: { type: "LOCAL", data: "-" } },
                        ]),
                    ),
                },
            },
        }),
    },
});
