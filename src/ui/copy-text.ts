/**
 * Puts text onto the clipboard, while a click is being answered; false where the browser does not let us. A page that
 * came without https has no clipboard of the new kind: there the text is handed over as if the person had copied it.
 */
export async function copyText(text: string): Promise<boolean> {
    if ("clipboard" in navigator)
        try {
            await navigator.clipboard.writeText(text);
            return true;
        } catch {
            // refused: the old way may still be open
        }
    let isCopied = false;
    const handOver = (event: ClipboardEvent) => {
        event.clipboardData?.setData("text/plain", text);
        event.preventDefault();
        isCopied = event.clipboardData !== null;
    };
    document.addEventListener("copy", handOver);
    try {
        document.execCommand("copy");
        if (!isCopied) copySelected();
    } finally {
        document.removeEventListener("copy", handOver);
    }
    return isCopied;
}

/** The same with something selected, without which some browsers copy nothing; what it is does not matter. */
function copySelected(): void {
    const selection = getSelection();
    selection?.selectAllChildren(document.body);
    document.execCommand("copy");
    selection?.removeAllRanges();
}
