/** Milliseconds until what did not answer is asked again. */
export const retryDelay = 10_000;

/** What is needed of the page. */
interface Page {
    readonly isHidden: () => boolean;
    readonly onVisibilityChange: (callback: () => void) => () => void;
}

/**
 * Asks once more, for what could not be read: after `retryDelay`, or as soon as the page comes into view. A hidden page
 * asks nothing. Gives the way to stop.
 */
export function askAgain({ isHidden, onVisibilityChange }: Page, ask: () => void): () => void {
    const stop = () => {
        clearTimeout(timer);
        stopListening();
    };
    const askInView = () => {
        if (isHidden()) return;
        stop();
        ask();
    };
    const timer = setTimeout(askInView, retryDelay);
    const stopListening = onVisibilityChange(askInView);
    return stop;
}
