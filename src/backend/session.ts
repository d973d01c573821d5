// Who is looking, and where: with or without administrative access, with the page in view or not, at which address.
import cockpit from "cockpit";
import { superuser } from "superuser";

/** Whether the person has administrative access; `null` while Cockpit does not know yet. */
export const hasAdminAccess = (): boolean | null => superuser.allowed;

/** Calls back whenever administrative access is gained, lost or first known. Gives the way to stop. */
export function onAccessChange(callback: () => void): () => void {
    superuser.addEventListener("changed", callback);
    return () => superuser.removeEventListener("changed", callback);
}

/** Whether the page is out of view: another page of Cockpit is open, or another tab of the browser. */
export const isHidden = (): boolean => cockpit.hidden;

/** Calls back whenever the page comes into view or leaves it. Gives the way to stop. */
export function onVisibilityChange(callback: () => void): () => void {
    cockpit.addEventListener("visibilitychange", callback);
    return () => cockpit.removeEventListener("visibilitychange", callback);
}

/** The decoded segments of the page's address after `#/`; the same array until the address changes. */
export const currentPath = (): readonly string[] => cockpit.location.path;

/** Calls back whenever the page's address has changed. Gives the way to stop. */
export function onPathChange(callback: () => void): () => void {
    cockpit.addEventListener("locationchanged", callback);
    return () => cockpit.removeEventListener("locationchanged", callback);
}
