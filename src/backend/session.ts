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

/** The page's address, decoded. */
export interface Address {
    /** The segments after `#/`. */
    readonly path: readonly string[];
    /** What stands behind `?`, by name; an array where a name is there several times. */
    readonly options: Readonly<Record<string, string | readonly string[]>>;
}

/** Where the page is; the same object until the address changes. */
export const currentAddress = (): Address => cockpit.location;

/** Calls back whenever the page's address has changed. Gives the way to stop. */
export function onAddressChange(callback: () => void): () => void {
    cockpit.addEventListener("locationchanged", callback);
    return () => cockpit.removeEventListener("locationchanged", callback);
}

/** Goes to an address ("#/activity"). "Back" leads to the one before. */
export const goTo = (address: string): void => cockpit.location.go(address);

/** Puts another address in the place of this one: "back" leads to where a person was before. */
export const replaceAddress = (address: string): void => cockpit.location.replace(address);
