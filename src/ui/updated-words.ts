import { _ } from "../i18n.ts";

/** What is said on a page that was loaded before the package was upgraded, and on the button that mends it. */
export const updatedWords = () => ({
    title: _("This page was updated"),
    text: _("Reload it to go on with the new version."),
    reload: _("Reload"),
});
