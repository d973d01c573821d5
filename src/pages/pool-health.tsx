import { ExpandableSection } from "@patternfly/react-core/dist/esm/components/ExpandableSection/index.js";
import ExclamationCircleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon.js";
import ExclamationTriangleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon.js";

import { _, format } from "../i18n.ts";
import { isStuck } from "../store/pools.ts";
import type { PoolEntry } from "../store/pools.ts";
import { absoluteTime } from "../ui/dates.ts";
import { judge } from "../zfs/health.ts";
import type { Pool } from "../zfs/model.ts";
import { healthSentences, remedyText } from "./health-text.ts";
import type { Sentence } from "./health-text.ts";

/** What a person would say of the pool first, what helps, and ZFS's own words one click below. */
export const PoolHealth = ({ entry, pool }: { readonly entry: PoolEntry; readonly pool: Pool }) => {
    const [first, ...others] = healthSentences(judge(pool, entry.usage), isStuck(entry));
    const troubles = others.filter(isTrouble);
    if (!first && wordsOf(pool).length === 0) return null;
    return (
        <div>
            {first && <Headline sentence={first} />}
            {entry.suspendedSince !== undefined && entry.usage.health === "SUSPENDED" && (
                <p>{format(_("It has been suspended since $0."), absoluteTime(entry.suspendedSince))}</p>
            )}
            {troubles.map(({ text }) => (
                <p key={text}>{text}</p>
            ))}
            {first && <Remedy sentence={first} />}
            <ZfsWords pool={pool} />
        </div>
    );
};

/** The first sentence; one that tells of a problem has an icon before it. */
const Headline = ({ sentence }: { readonly sentence: Sentence }) => {
    if (!isTrouble(sentence)) return <p className="zfs-headline">{sentence.text}</p>;
    const isCritical = sentence.level === "critical";
    const Icon = isCritical ? ExclamationCircleIcon : ExclamationTriangleIcon;
    return (
        <p className={`zfs-headline ${isCritical ? "zfs-danger" : "zfs-warning"}`}>
            <Icon aria-hidden={false} aria-label={isCritical ? _("Problem") : _("Warning")} />
            {sentence.text}
        </p>
    );
};

/** Only where something is to be done: a hint needs no remedy. */
const Remedy = ({ sentence }: { readonly sentence: Sentence }) =>
    isTrouble(sentence) &&
    sentence.advice.length > 0 && <p className="zfs-quiet">{sentence.advice.map(remedyText).join(" ")}</p>;

const isTrouble = ({ level }: Sentence): boolean => level === "warning" || level === "critical";

const wordsOf = ({ status, action, unknown }: Pool): readonly string[] =>
    [status, action, ...unknown].filter((text) => text !== undefined);

const ZfsWords = ({ pool }: { readonly pool: Pool }) => {
    const words = wordsOf(pool);
    const { see } = pool;
    return (
        words.length > 0 && (
            <ExpandableSection toggleText={_("What ZFS says")} className="zfs-words">
                {words.map((text) => (
                    <p key={text}>{text}</p>
                ))}
                {see?.startsWith("https://") && (
                    <p>
                        <a href={see} target="_blank" rel="noopener noreferrer">
                            {see}
                        </a>
                    </p>
                )}
            </ExpandableSection>
        )
    );
};
