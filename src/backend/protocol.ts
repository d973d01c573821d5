/**
 * The version of what the page and the helper say to each other: the helper refuses changes of a page with another one.
 * PROTOCOL in helper/zfsadmin/version.py is the same.
 */
export const protocol = 3;
