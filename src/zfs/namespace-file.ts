/**
 * The file of a user namespace, of what a person typed: the number of a process in it, or the path of the file. See
 * zfs-zone(8), user_namespaces(7).
 *
 * @returns undefined for anything else
 */
export function namespaceFile(text: string): string | undefined {
    if (/^[1-9]\d{0,9}$/.test(text)) return `/proc/${text}/ns/user`;
    return text.startsWith("/") && !/\p{Cc}/u.test(text) ? text : undefined;
}
