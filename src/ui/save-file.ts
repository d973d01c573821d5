/** Milliseconds in which a browser has begun to save. */
const patience = 10_000;

/** Has the browser save `text` as a file on the person's own machine. Nothing of it stays in the page. */
export function saveFile(name: string, text: string): void {
    const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), patience);
}
