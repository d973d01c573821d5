import { useSyncExternalStore } from "react";

import { currentPath, hasAdminAccess, onAccessChange, onPathChange } from "../backend/session.ts";

import type { Store } from "./store.ts";

/** The snapshot that a store holds now; the component is drawn again when a new one comes. */
export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.get);

/** Whether the person has administrative access, `null` while that is not known. */
export const useAdminAccess = (): boolean | null => useSyncExternalStore(onAccessChange, hasAdminAccess);

/** The decoded segments of the page's address after `#/`. */
export const usePath = (): readonly string[] => useSyncExternalStore(onPathChange, currentPath);
