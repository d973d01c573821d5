import { ngettext } from "../i18n.ts";

/** Characters of output that a person is shown: more of it in a page would stop the browser. */
const EXCERPT_LENGTH = 20_000;

/** A part of a text, and how much there is before and after it. */
export interface Excerpt {
    readonly text: string;
    readonly charactersBefore: number;
    readonly charactersAfter: number;
}

/** The part of `text` around `spot`, a piece of it that matters; the beginning where there is no such piece. */
export function excerpt(text: string, spot = "", length = EXCERPT_LENGTH): Excerpt {
    const middle = text.indexOf(spot) + Math.floor(spot.length / 2);
    const start = Math.max(0, Math.min(middle - Math.floor(length / 2), text.length - length));
    const end = Math.min(start + length, text.length);
    return {
        text: text.slice(start, end),
        charactersBefore: start,
        charactersAfter: text.length - end,
    };
}

/** An excerpt for people, with words for what is left out. */
export const shortened = ({ text, charactersBefore, charactersAfter }: Excerpt): string =>
    [moreText(charactersBefore), text, moreText(charactersAfter)].filter((part) => part !== "").join("\n");

const moreText = (characters: number): string =>
    characters === 0 ? "" : ngettext("… $0 more character …", "… $0 more characters …", characters);
