import { copyText } from "../../../src/ui/copy-text.ts";

type Listener = (event: unknown) => void;

/** A browser with a clipboard of the new kind or without; in the old way it copies always, a selection, or never. */
function browser(clipboard: object | undefined, copies: "always" | "selected" | "never") {
    let isSelected = false;
    const listeners = new Set<Listener>();
    const copied: string[] = [];
    const setData = (_type: string, text: string) => copied.push(text);
    Object.defineProperty(globalThis, "navigator", {
        configurable: true,
        value: clipboard ? { clipboard } : {},
    });
    Object.defineProperty(globalThis, "document", {
        configurable: true,
        value: {
            addEventListener: (_name: string, listener: Listener) => listeners.add(listener),
            removeEventListener: (_name: string, listener: Listener) => listeners.delete(listener),
            execCommand: () => {
                if (copies === "never" || (copies === "selected" && !isSelected)) return false;
                for (const listener of listeners)
                    listener({ clipboardData: { setData }, preventDefault: () => undefined });
                return true;
            },
        },
    });
    Object.defineProperty(globalThis, "getSelection", {
        configurable: true,
        value: () => ({
            selectAllChildren: () => (isSelected = true),
            removeAllRanges: () => (isSelected = false),
        }),
    });
    return { copied, listeners, hasSelection: () => isSelected };
}

test("takes the browser's clipboard", async () => {
    const written: string[] = [];
    const { copied } = browser({ writeText: async (text: string) => void written.push(text) }, "always");
    expect(await copyText("report")).toBe(true);
    expect([written, copied]).toEqual([["report"], []]);
});

test.each([
    ["a page without https", undefined],
    ["a clipboard that refuses", { writeText: () => Promise.reject(new Error("denied")) }],
])("copies in the old way in %s", async (_where, clipboard) => {
    const { copied, listeners } = browser(clipboard, "always");
    expect(await copyText("report")).toBe(true);
    expect([copied, listeners.size]).toEqual([["report"], 0]);
});

test("selects something for a browser that copies nothing without", async () => {
    const { copied, hasSelection } = browser(undefined, "selected");
    expect(await copyText("report")).toBe(true);
    expect([copied, hasSelection()]).toEqual([["report"], false]);
});

test("says when neither is possible", async () => {
    const { copied, listeners } = browser(undefined, "never");
    expect(await copyText("report")).toBe(false);
    expect([copied, listeners.size]).toEqual([[], 0]);
});
