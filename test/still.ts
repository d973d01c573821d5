import type { BrowserContext } from "@playwright/test";

/**
 * Nothing moves by itself in the pages of a context. Drawn without a graphics card, a spinner takes a third of a
 * processor, which tests have better uses for.
 */
export async function keepStill(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
        const still = new CSSStyleSheet();
        still.replaceSync("*, ::before, ::after { animation: none !important }");
        document.adoptedStyleSheets.push(still);
    });
}
