import { read } from "./read.ts";
import { asRoot } from "./spawn.ts";

/** Milliseconds: every disk is opened, and some have to spin up first. */
const patience = 60_000;

/**
 * What a command would do, in the words of zpool. Only root may open the disks for it.
 *
 * @param argv a command with `-n`, as its builder has it
 * @throws HostError, with the words by which it was refused
 */
export const readDryRun = (argv: readonly string[]): Promise<string> => read(argv, patience, asRoot);
