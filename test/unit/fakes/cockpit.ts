// Cockpit's translation functions in English, for tests of words, and a host that has nothing but `files` and what a
// test makes of the `processes` that are started.

/** The host's files by path; of an endless one nothing ever comes. */
export const files = new Map<string, string>();
export const endless = new Set<string>();

/** A process that was started, what it says to who listens, and how it ends. */
export interface FakeProcess {
    readonly argv: readonly string[];
    /** As Cockpit takes them; it accepts any misspelt one in silence. */
    readonly options: object;
    readonly say: (output: Uint8Array) => void;
    readonly end: (output: Uint8Array) => void;
    readonly fail: (cause: unknown) => void;
}

/** What was started, the newest last. */
export const processes: FakeProcess[] = [];

function spawn(argv: readonly string[], options: object) {
    let say: FakeProcess["say"] = () => undefined;
    const output = new Promise<Uint8Array>((end, fail) =>
        processes.push({ argv, options, say: (bytes) => say(bytes), end, fail }),
    );
    return Object.assign(output, {
        input: () => undefined,
        stream: (listener: FakeProcess["say"]) => {
            say = listener;
        },
    });
}

const format = (text: string, ...args: readonly unknown[]): string =>
    text.replace(/\$(\d)|\$\{(\d)\}/g, (_match, bare?: string, braced?: string) =>
        String(args[Number(bare ?? braced)] ?? ""),
    );

export default {
    language: "en",
    gettext: (text: string): string => text,
    ngettext: (one: string, many: string, n: number): string => (n === 1 ? one : many),
    format,
    file: (path: string) => ({
        read: () => (endless.has(path) ? new Promise(() => {}) : Promise.resolve(files.get(path) ?? null)),
        close: () => {},
    }),
    spawn,
};
