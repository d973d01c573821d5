// The unit tests: the domain and the stores, in node, without Cockpit or a browser.
export default {
    testMatch: ["<rootDir>/test/unit/**/*.test.{ts,tsx}"],
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
