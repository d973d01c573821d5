import { joinStatus } from "../../../src/zfs/join-status.ts";
import type { Pool, PoolUsage } from "../../../src/zfs/model.ts";
import { parseListVdevs } from "../../../src/zfs/parse/list-vdevs.ts";
import { parseList } from "../../../src/zfs/parse/list.ts";
import { parseStatusJson } from "../../../src/zfs/parse/status-json.ts";
import { parseStatus } from "../../../src/zfs/parse/status.ts";
import { LIST, LIST_VDEVS, STATUS_GUIDS, STATUS_JSON, STATUS_TEXT } from "../../../src/zfs/reads.ts";
import type { Machine } from "../../vm/machine.ts";
import { quote } from "../../vm/process.ts";

/** One moment of a host in every form that its ZFS has, read by the product's own parsers. */
export interface Moment {
    readonly usage: readonly PoolUsage[];
    readonly text: readonly Pool[];
    /** The text with what other commands add to it: guids and sizes. */
    readonly joined: readonly Pool[];
    /** Undefined before 2.3, which has no JSON. */
    readonly json: readonly Pool[] | undefined;
}

/** Stands between the outputs; ZFS never prints it. */
const separator = "\f";

/** Runs in the guest what the page runs there, one directly after the other so that little can change in between. */
export async function readMoment(machine: Machine): Promise<Moment> {
    const script = [LIST, STATUS_TEXT, STATUS_GUIDS, LIST_VDEVS, STATUS_JSON].map(
        (argv) => `${argv.map(quote).join(" ")} 2>/dev/null; printf '\\f'`,
    );
    const { stdout } = await machine.execute(`export LC_ALL=C.UTF-8; ${script.join("; ")}`);
    const [usageText = "", statusText = "", guidText = "", sizeText = "", jsonText = ""] =
        stdout.split(separator);
    const [usage, text] = [parseList(usageText), parseStatus(statusText)];
    return {
        usage,
        text,
        joined: joinStatus({
            usage,
            status: text,
            guids: parseStatus(guidText),
            sizes: parseListVdevs(sizeText),
        }),
        json: jsonText === "" ? undefined : parseStatusJson(jsonText),
    };
}
