/** What Chromium, Firefox and Safari say when a part of the page that is loaded later cannot be fetched. */
const FAILED_IMPORT =
    /^(Failed to fetch dynamically imported module|error loading dynamically imported module|Importing a module script failed)/i;

/** Whether a part of the page could not be loaded: after an upgrade of the package its file is gone. */
export const isFailedImport = ({ message }: Error): boolean => FAILED_IMPORT.test(message);
