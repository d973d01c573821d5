/** Milliseconds after which a letter begins anew. */
const patience = 700;

/** What a person types to come to a row, by the ARIA practices: letters in short succession are one beginning. */
export class Typeahead {
    #typed = "";
    #last = 0;

    /**
     * The row to which a letter leads; undefined when no row begins so. It is searched from the current row on, round
     * the end; a first letter leads away from it.
     *
     * @param now milliseconds
     */
    type(letter: string, current: number, count: number, textOf: (index: number) => string, now: number) {
        this.#typed = now - this.#last < patience ? this.#typed + letter : letter;
        this.#last = now;
        const beginning = this.#typed.toLowerCase();
        const first = beginning.length > 1 ? 0 : 1;
        for (let step = first; step < count + first; step++) {
            const index = (current + step) % count;
            if (textOf(index).toLowerCase().startsWith(beginning)) return index;
        }
        return undefined;
    }
}
