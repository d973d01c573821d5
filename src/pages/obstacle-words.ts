// What a host or a pool may lack or be busy with, in the words in which every place says it.
import { _, format } from "../i18n.ts";

/** Where nothing can be changed without it. */
export const needsAccess = (): string => _("This needs administrative access.");

/** On the link or button that opens Cockpit's dialog for it. */
export const turnOnAccess = (): string => _("Turn on administrative access");

/** Where nothing can be changed because the package was upgraded while the page was open. */
export const pageWasUpdated = (): string => _("This page was updated. Reload it first.");

/** Of what came with a release of OpenZFS: "2.3". */
export const needsZfs = (release: string): string => format(_("It needs ZFS $0"), release);

/** Of what a pool has to be upgraded for, by the name of the feature: "raidz_expansion". */
export const needsFeature = (feature: string): string =>
    format(
        _("The pool's feature $0 is not enabled: upgrade the pool, or enable it, on its tab Features"),
        feature,
    );

export const isReadOnly = (): string => _("The pool is imported read-only");
export const isRemoving = (): string => _("A device is being removed");
export const isExpanding = (): string => _("A raidz is being expanded");
export const hasCheckpoint = (): string => _("The pool has a checkpoint: discard it first");
export const isDiscarding = (): string => _("The pool's checkpoint is still being discarded");
