import type { ImportSearch } from "../zfs/import-search.ts";
import type { ImportablePool } from "../zfs/model.ts";
import { parseImport } from "../zfs/parse/import.ts";
import { importable } from "../zfs/reads.ts";

import { readAs } from "./read-as.ts";
import { asRoot } from "./spawn.ts";

/** Milliseconds: every disk is opened, and some have to spin up first. */
const patience = 120_000;

/**
 * The pools that could be imported.
 *
 * @throws HostError, UnreadableOutput
 */
export const readImportable = (search: ImportSearch): Promise<readonly ImportablePool[]> =>
    readAs(importable(search), patience, parseImport, asRoot);
