/** What no shell reads as anything but itself. */
const plain = /^[\w@%+=:,./-]+$/u;

/** What a person could not see, or could not paste: control characters, and those that turn the direction of text. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/**
 * A command line to show and to copy: pasted into a shell, it runs exactly `argv`. Words with unseen characters stand
 * in `$'…'`, which bash, zsh and ksh read.
 */
export const shellQuote = (argv: readonly string[]): string => argv.map(quoteWord).join(" ");

function quoteWord(word: string): string {
    if (plain.test(word)) return word;
    if (!unseen.test(word)) return `'${word.replaceAll("'", String.raw`'\''`)}'`;
    const escaped = Array.from(word.replace(/['\\]/g, String.raw`\$&`), (character) =>
        unseen.test(character) ? bytesOf(character) : character,
    );
    return `$'${escaped.join("")}'`;
}

/** A character as `\xHH` for each of its bytes in UTF-8, so that it does not depend on the shell's locale. */
const bytesOf = (character: string): string =>
    Array.from(new TextEncoder().encode(character), (byte) => String.raw`\x${hex(byte)}`).join("");

const hex = (byte: number): string => byte.toString(16).padStart(2, "0");
