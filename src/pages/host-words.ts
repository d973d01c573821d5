// What a host may lack, in the words in which every place says it.
import { _ } from "../i18n.ts";

/** Where nothing can be changed without it. */
export const needsAccess = (): string => _("This needs administrative access.");

/** On the link or button that opens Cockpit's dialog for it. */
export const turnOnAccess = (): string => _("Turn on administrative access");
