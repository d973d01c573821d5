import { ngettext } from "../i18n.ts";

/** The first of some lines, as far as anybody reads them, and how many more there are. */
export const firstOf = (lines: readonly string[], most: number): readonly string[] => {
    const more = lines.length - most;
    return more > 0 ? [...lines.slice(0, most), ngettext("and $0 more", "and $0 more", more)] : lines;
};
