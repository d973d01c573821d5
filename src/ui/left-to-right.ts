const horizontalArrows: Readonly<Record<string, string>> = {
    ArrowLeft: "ArrowRight",
    ArrowRight: "ArrowLeft",
};

/** The key as it would be on a page that runs from left to right. */
export const leftToRight = (key: string, element: Element): string =>
    getComputedStyle(element).direction === "rtl" ? (horizontalArrows[key] ?? key) : key;
