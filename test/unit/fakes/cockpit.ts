// Cockpit's translation functions in English, for tests of words, and a host that has nothing but `files`.

/** The host's files by path. */
export const files = new Map<string, string>();

const format = (text: string, ...args: readonly unknown[]): string =>
    text.replace(/\$(\d)|\$\{(\d)\}/g, (_match, bare?: string, braced?: string) =>
        String(args[Number(bare ?? braced)] ?? ""),
    );

export default {
    language: "en",
    gettext: (text: string): string => text,
    ngettext: (one: string, many: string, n: number): string => (n === 1 ? one : many),
    format,
    file: (path: string) => ({ read: async () => files.get(path) ?? null }),
};
