import { Store } from "./store.ts";

/** What we know of the helper on the host. */
export type HelperState =
    /** It has not been asked, or may not be: that needs administrative access. */
    | { readonly kind: "unknown" }
    | { readonly kind: "ready" }
    /** It is not installed, as on another host that the host switcher shows. */
    | { readonly kind: "missing" }
    /** It is of another version than this page: the package was upgraded while the page was open. */
    | { readonly kind: "updated"; readonly version: string };

/** The helper on the host. */
export const helper = new Store<HelperState>({ kind: "unknown" });
