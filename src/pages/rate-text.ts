import { _, format } from "../i18n.ts";
import { formatSize } from "../zfs/size.ts";

/** "412 MiB/s", for bytes a second. */
export const rateText = (rate: number): string => format(_("$0/s"), formatSize(BigInt(Math.round(rate))));
