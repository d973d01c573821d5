import { useLayoutEffect, useState } from "react";
import type { RefObject } from "react";

/** Where the rows of a table are, in pixels. */
export interface RowGeometry {
    /** The element that scrolls the table. */
    readonly scroller: Element | null;
    /** From the beginning of what is scrolled to the first row. */
    readonly above: number;
    /** Of a row: all are as high as the style sheet says, which depends on the page's width and on the font. */
    readonly rowHeight: number;
}

/** The geometry of the rows in `body`, measured again whenever its size changes. */
export function useRowGeometry(body: RefObject<HTMLElement | null>): RowGeometry {
    const [geometry, setGeometry] = useState<RowGeometry>({ scroller: null, above: 0, rowHeight: 44 });
    useLayoutEffect(() => {
        const element = body.current;
        const scroller = element && scrollerOf(element);
        if (!scroller) return undefined;
        const measure = () =>
            setGeometry((before) => {
                const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
                const row = element.querySelector("[data-row]")?.getBoundingClientRect();
                const rowHeight = row && row.height > 0 ? row.height : before.rowHeight;
                const now = { scroller, above: top + scroller.scrollTop, rowHeight };
                return isSame(before, now) ? before : now;
            });
        measure();
        const observer = new ResizeObserver(measure);
        observer.observe(element);
        return () => observer.disconnect();
    }, [body]);
    return geometry;
}

const isSame = (one: RowGeometry, other: RowGeometry): boolean =>
    one.scroller === other.scroller && one.above === other.above && one.rowHeight === other.rowHeight;

function scrollerOf(element: Element): Element {
    for (let parent = element.parentElement; parent; parent = parent.parentElement)
        if (["auto", "scroll"].includes(getComputedStyle(parent).overflowY)) return parent;
    return document.documentElement;
}
