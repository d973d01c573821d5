// What must hold for every screen in every layout.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "@playwright/test";
import type { Frame } from "@playwright/test";
import type { AxeResults } from "axe-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Expects that axe finds nothing to say about what `frame` shows. */
export async function expectAccessible(frame: Frame): Promise<void> {
    // evaluated by the debugger, not added as a script, which Cockpit's content security policy forbids
    await frame.evaluate(axeSource);
    await frame.evaluate(settle);
    const { violations } = (await frame.evaluate("axe.run()")) as AxeResults;
    const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
    expect(findings).toEqual([]);
}

/** Waits until what fades in or out has done so: axe would measure the contrast of what is half there. */
async function settle(): Promise<void> {
    const isPassing = (animation: Animation) =>
        animation.playState === "running" && animation.effect?.getComputedTiming().endTime !== Infinity;
    for (;;) {
        // a fade begins with the next frame after what is to fade was drawn
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        const passing = document.getAnimations().filter(isPassing);
        if (passing.length === 0) return;
        await Promise.allSettled(passing.map(({ finished }) => finished));
    }
}

/**
 * Expects that nothing in `frame` has to be scrolled sideways, neither the page nor a part of it but for its tabs and for
 * lines whose columns stand below each other.
 */
export async function expectFitting(frame: Frame): Promise<void> {
    const wide = await frame.evaluate(() =>
        [...document.querySelectorAll("*")]
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
            .filter((element) => !element.matches(".pf-v6-c-tabs__list, .zfs-columns .zfs-raw"))
            .filter((element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX))
            .concat(document.documentElement.scrollWidth > innerWidth ? [document.documentElement] : [])
            .map(({ tagName, className, scrollWidth, clientWidth }) => ({
                tagName,
                className,
                scrollWidth,
                clientWidth,
            })),
    );
    expect(wide).toEqual([]);
}
