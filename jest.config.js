// The unit tests: the domain, the stores and the words, in node, without Cockpit or a browser.
export default {
    testMatch: ["<rootDir>/test/unit/**/*.test.{ts,tsx}"],
    moduleNameMapper: { "^(cockpit|timeformat)$": "<rootDir>/test/unit/fakes/$1.ts" },
    transform: {
        "\\.[jt]sx?$": [
            "@swc/jest",
            {
                jsc: {
                    parser: { syntax: "typescript", tsx: true },
                    transform: { react: { runtime: "automatic" } },
                },
            },
        ],
    },
    cacheDirectory: "<rootDir>/build/jest",
};
