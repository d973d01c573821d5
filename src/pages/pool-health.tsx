import { ExpandableSection } from "@patternfly/react-core/dist/esm/components/ExpandableSection/index.js";
import ExclamationCircleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon.js";
import ExclamationTriangleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon.js";

import { _ } from "../i18n.ts";
import { judge } from "../zfs/health.ts";
import type { Pool, PoolUsage } from "../zfs/model.ts";
import { healthSentences, remedyText } from "./health-text.ts";
import type { Sentence } from "./health-text.ts";

/** What a person would say of the pool first, what helps, and ZFS's own words one click below. */
export const PoolHealth = ({ pool, usage }: { readonly pool: Pool; readonly usage: PoolUsage }) => {
    const [first, ...others] = healthSentences(judge(pool, usage));
    const troubles = others.filter(({ level }) => level === "warning" || level === "critical");
    return (
        <div>
            {first && <Headline sentence={first} />}
            {troubles.map(({ text }) => (
                <p key={text}>{text}</p>
            ))}
            {first && <Remedy sentence={first} />}
            <ZfsWords pool={pool} />
        </div>
    );
};

/** The first sentence; one that tells of a problem has an icon before it. */
const Headline = ({ sentence: { level, text } }: { readonly sentence: Sentence }) => {
    switch (level) {
        case "ok":
        case "info":
            return <p className="zfs-headline">{text}</p>;
        case "warning":
            return (
                <p className="zfs-headline zfs-warning">
                    <ExclamationTriangleIcon aria-hidden={false} aria-label={_("Warning")} />
                    {text}
                </p>
            );
        case "critical":
            return (
                <p className="zfs-headline zfs-danger">
                    <ExclamationCircleIcon aria-hidden={false} aria-label={_("Problem")} />
                    {text}
                </p>
            );
    }
};

/** Only where something is to be done: a hint needs no remedy. */
const Remedy = ({ sentence: { level, advice } }: { readonly sentence: Sentence }) =>
    level !== "ok" &&
    level !== "info" &&
    advice.length > 0 && <p className="zfs-quiet">{advice.map(remedyText).join(" ")}</p>;

const ZfsWords = ({ pool: { status, action, see, unknown } }: { readonly pool: Pool }) => {
    const words = [status, action, ...unknown].filter((text) => text !== undefined);
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
