import type { UnixTime } from "./model.ts";

/** A name for a snapshot that a person takes: what made it and when, in UTC, so that names sort by time. */
export const suggestSnapshotName = (time: UnixTime): string =>
    `manual_${new Date(time * 1000).toISOString().replace(/\.\d+/, "").replaceAll(/[-:]/g, "")}`;
