import type { ContentDataset } from "../contents.ts";
import { exactBytes } from "../size.ts";

import { fail, toLines } from "./parse-error.ts";

/** Columns of `zfs list -Hp -o …` in the order in which `parseContents` reads them. */
export const CONTENT_COLUMNS = [
    "name",
    "guid",
    "type",
    "used",
    "mounted",
    "mountpoint",
    "sharenfs",
    "sharesmb",
] as const;

/** Reads `zfs list -Hp -r -t filesystem,volume -o` with `CONTENT_COLUMNS`. See zfs-list(8). */
export function parseContents(text: string): readonly ContentDataset[] {
    return toLines(text).map((line) => {
        const [name, guid, type, used, mounted, mountpoint, nfs, smb, ...more] = line.text.split("\t");
        if (!name || !guid || smb === undefined || more.length > 0)
            return fail(`not the ${CONTENT_COLUMNS.length} columns of a dataset`, line);
        return {
            name,
            guid,
            isVolume: type === "volume",
            used: exactBytes(used ?? ""),
            mountedAt: mounted === "yes" ? mountpoint : undefined,
            isSharedByNfs: isOn(nfs),
            isSharedBySmb: isOn(smb),
        };
    });
}

const isOn = (value: string | undefined): boolean => value !== "off" && value !== "-";
