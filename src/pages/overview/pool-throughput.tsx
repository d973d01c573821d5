import { _, format } from "../../i18n.ts";
import { useStore } from "../../store/hooks.ts";
import { keptSamples } from "../../store/iostat-link.ts";
import { throughput } from "../../store/throughput.ts";
import { Sparkline } from "../../ui/sparkline.tsx";
import { rateText } from "../rate-text.ts";

/** Bytes a second that fill the height of the line: a pool that only writes its own notes lies still. */
const scale = 1024 ** 2;

/** What a pool reads and writes now, and its course over the last minutes; nothing where that is not watched. */
export const PoolThroughput = ({ pool }: { readonly pool: string }) => {
    const rates = useStore(throughput).get(pool);
    if (!rates) return null;
    const now = rates.at(-1);
    return (
        <div className="zfs-throughput zfs-quiet">
            <span>{format(_("Read $0"), now ? rateText(now.read) : "–")}</span>
            <span>{format(_("Write $0"), now ? rateText(now.write) : "–")}</span>
            <Sparkline
                values={rates.map(({ read, write }) => read + write)}
                length={keptSamples}
                scale={scale}
            />
        </div>
    );
};
