import { version } from "../../package.json";

import type { FollowLine, Identity } from "./follow-line.ts";
import { parseFollowLine } from "./follow-line.ts";
import { protocol } from "./protocol.ts";
import { asRoot } from "./spawn.ts";
import { openStream } from "./stream.ts";
import type { Listener, Stream } from "./stream.ts";

/** The helper that this page was built for. */
export const expectedHelper: Identity = { protocol, version };

/** Starts `zfsadmin follow`, which needs administrative access: only root may read ZFS's events. */
export const openFollow = ({ onItem, onEnd }: Listener<FollowLine>): Stream =>
    openStream(["zfsadmin", "follow"], asRoot, {
        onItem: (line) => onItem(parseFollowLine(line)),
        onEnd,
    });
