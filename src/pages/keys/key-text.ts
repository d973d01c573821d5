// Keys, in words.
import { _, format, ngettext } from "../../i18n.ts";
import { iterationLimits, keyLength, passphraseLimits } from "../../zfs/new-key.ts";
import type { Cipher, KeyFormat, KeySource, LocationProblem, PassphraseProblem } from "../../zfs/new-key.ts";

/** Whence a key comes. */
export function sourceText(source: KeySource): string {
    switch (source) {
        case "passphrase":
            return _("A passphrase");
        case "generated":
            return _("A new random key, generated here");
        case "hex":
            return _("A key of 64 hexadecimal digits");
        case "raw":
            return _("A key file of yours");
        case "location":
            return _("A file or address that the host reads");
    }
}

/** How a key is written. */
export function keyFormatText(keyFormat: string): string {
    switch (keyFormat) {
        case "passphrase":
            return _("A passphrase");
        case "hex":
            return _("64 hexadecimal digits (hex)");
        case "raw":
            return format(_("$0 bytes (raw)"), keyLength);
        default:
            return keyFormat;
    }
}

/** With what something is encrypted. */
export const cipherText = (cipher: Cipher): string =>
    cipher === "on" ? _("As this ZFS does by itself: aes-256-gcm") : cipher;

/** Why a passphrase is not taken. */
export function passphraseText(problem: PassphraseProblem): string {
    switch (problem) {
        case "tooShort":
            return ngettext(
                "ZFS wants $0 character at least",
                "ZFS wants $0 characters at least",
                passphraseLimits.least,
            );
        case "tooLong":
            return ngettext("ZFS takes $0 byte at most", "ZFS takes $0 bytes at most", passphraseLimits.most);
        case "lineEnd":
            return _("It cannot hold the end of a line");
        case "differs":
            return _("The two are not the same");
    }
}

/** Why a place is not one where a key can be. */
export function locationText(problem: LocationProblem): string {
    switch (problem) {
        case "noPath":
            return _("A path that begins with /, or an address that begins with https://");
        case "unprotected":
            return _("Everybody on the way could read a key that comes by http: it has to be https://");
        case "person":
            return _("A name and password in the address could be read by everybody on this host");
        case "lineEnd":
            return _("It cannot hold the end of a line");
    }
}

/** What can be typed as the number of iterations. */
export const iterationsText = (): string =>
    format(
        _("A whole number from $0 on; $1 if nothing is said. More slows down who guesses, and every load."),
        iterationLimits.least,
        iterationLimits.usual,
    );

/** What has to be typed for a key that is there. */
export const isHexText = (): string => _("64 of the digits 0–9 and a–f");

/** Where a key comes from, for those who read of it: "prompt", or its place, without name and password of a user. */
export function keyLocationText(location: string | undefined): string {
    if (location === undefined || location === "none") return "";
    if (location === "prompt") return _("Nowhere: a person types it");
    return location.replace(/^file:\/\//, "").replace(/^(https?:\/\/)[^/]*@/, "$1");
}

/** What it means that a property of a key is set to a value. */
export function keySettingText(property: string, value: string): string {
    switch (property) {
        case "encryption":
            return value === "on"
                ? _("All is encrypted, with AES-256-GCM.")
                : format(_("All is encrypted, with $0."), value.toUpperCase());
        case "keyformat":
            return formatSentence(value as KeyFormat);
        case "keylocation":
            return value === "prompt"
                ? _("It has to be typed after every start, and is kept nowhere.")
                : _("The host reads it there whenever it is loaded.");
        case "pbkdf2iters":
            return _("So often the passphrase is hashed before it is used.");
        default:
            return "";
    }
}

function formatSentence(keyFormat: KeyFormat): string {
    switch (keyFormat) {
        case "passphrase":
            return _("By a passphrase that people remember.");
        case "hex":
            return _("By a key of 64 hexadecimal digits.");
        case "raw":
            return format(_("By a key of $0 bytes."), keyLength);
    }
}
