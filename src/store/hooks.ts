import { useSyncExternalStore } from "react";

import { currentAddress, hasAdminAccess, onAccessChange, onAddressChange } from "../backend/session.ts";
import type { Address } from "../backend/session.ts";

import { datasetReadings, readings } from "./readings.ts";
import type { Store } from "./store.ts";

/** The snapshot that a store holds now; the component is drawn again when a new one comes. */
export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.get);

/**
 * Whether the person has administrative access, `null` while that is not known. While they ask for more it is as before:
 * the button by which they asked stays where it is.
 */
export const useAdminAccess = (): boolean | null => useSyncExternalStore(onAccessChange, lastAccess);

let known: boolean | null = null;
const lastAccess = (): boolean | null => (known = hasAdminAccess() ?? known);

/** Where the page is. */
export const useAddress = (): Address => useSyncExternalStore(onAddressChange, currentAddress);

/** Changes whenever pools or datasets are read anew: for `useAnswer`, where the question is about datasets. */
export const useDatasetNews = (): string => `${useStore(readings)}.${useStore(datasetReadings)}`;
