// The shapes and looks in which people meet the page.

import type { BrowserContext } from "@playwright/test";

interface LayoutSettings {
    readonly width: number;
    readonly height: number;
    readonly dark?: true;
    /** a language that Cockpit itself has, as it writes it into its cookie */
    readonly language?: string;
}

/** `narrow` is the narrowest that must work. Hebrew is Cockpit's only language that runs from right to left. */
export const layouts = {
    desktop: { width: 1280, height: 800 },
    phone: { width: 400, height: 800 },
    narrow: { width: 360, height: 740 },
    dark: { width: 1280, height: 800, dark: true },
    rtl: { width: 1280, height: 800, language: "he-il" },
} as const satisfies Record<string, LayoutSettings>;

/** The name of a layout. */
export type Layout = keyof typeof layouts;

/** Makes what Cockpit keeps in the browser say what `layout` wants, before any page is opened at `url`. */
export async function applyLayout(context: BrowserContext, layout: Layout, url: string): Promise<void> {
    const { dark, language }: LayoutSettings = layouts[layout];
    const style = dark ? "dark" : "light";
    await context.addInitScript((value) => localStorage.setItem("shell:style", value), style);
    if (language) await applyLanguage(context, language, url);
}

/** The same for a language, as Cockpit writes it into its cookie: "de-de". */
export async function applyLanguage(context: BrowserContext, language: string, url: string): Promise<void> {
    await context.addCookies([{ name: "CockpitLang", value: language, url }]);
}
