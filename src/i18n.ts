// Words for people. Everything that a person reads goes through here and is translated when it is shown, never at
// module level: the translations (po.js) arrive after our modules have run, so a module-level text stays English
// for ever. A lint rule watches over that.
import cockpit from "cockpit";

/** The translation of a text, or the text itself where there is none. */
export const _ = (text: string): string => cockpit.gettext(text);

/** The translation that fits the number `n`, which both forms have as `$0`; the further arguments are `$1`, `$2`, … */
export const ngettext = (
    one: string,
    many: string,
    n: number,
    ...args: readonly (string | number)[]
): string => cockpit.format(cockpit.ngettext(one, many, n), n, ...args);

/** `text` with `$0`, `$1`, … replaced by the arguments, as they are. */
export const format = (text: string, ...args: readonly (string | number)[]): string =>
    cockpit.format(text, ...args);

/** The language of the page as a BCP 47 tag ("pt-br"), for dates and numbers. */
export const language = (): string => cockpit.language?.replace("_", "-") || "en";
