import { useEffect } from "react";

import { watchKeysAt } from "../../store/refresh.ts";

/**
 * Keeps fresh whether keys are loaded, as long as the page that asks for it is in view.
 *
 * @param at the dataset that is shown with all that lies in it; undefined is all
 */
export const useKeyWatch = (at?: string): void => useEffect(() => watchKeysAt(at), [at]);
