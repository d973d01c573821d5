import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { Card, CardBody, CardTitle } from "@patternfly/react-core/dist/esm/components/Card/index.js";

import { _ } from "../../i18n.ts";
import { useStore } from "../../store/hooks.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { system } from "../../store/system.ts";
import { CommandLine } from "../../ui/command-line.tsx";
import { advise } from "../../zfs/advice.ts";
import type { Advisory } from "../../zfs/advice.ts";

import { adviceText } from "./advice-text.ts";
import type { AdviceText } from "./advice-text.ts";
import { ScrubNow } from "./scrub-now.tsx";

/** What a person must know about this host, each with what solves it. */
export const AdviceList = ({ pools }: { readonly pools: readonly PoolEntry[] }) => {
    const facts = useStore(system);
    const advisories = facts ? advise(facts, pools) : [];
    if (advisories.length === 0) return null;
    return (
        <Card component="section" aria-labelledby="advice">
            <CardTitle component="h2" id="advice">
                {_("Advice")}
            </CardTitle>
            <CardBody>
                <ul className="zfs-stack">
                    {advisories.map((advisory) => {
                        const words = adviceText(advisory);
                        return (
                            <li key={words.title}>
                                <Advice {...words} due={duePool(advisory, pools)} />
                            </li>
                        );
                    })}
                </ul>
            </CardBody>
        </Card>
    );
};

/** The pool that a scrub solves it for. */
function duePool(advisory: Advisory, pools: readonly PoolEntry[]): PoolEntry | undefined {
    switch (advisory.kind) {
        case "scrubDue":
        case "scrubCanceled":
        case "scrubPaused":
            return pools.find(({ usage }) => usage.name === advisory.pool);
        default:
            return undefined;
    }
}

interface AdviceProps extends AdviceText {
    readonly due: PoolEntry | undefined;
}

const Advice = ({ level, title, text, command, due }: AdviceProps) => (
    <Alert
        variant={level}
        isInline
        isPlain
        component="h3"
        title={title}
        {...(due && { actionLinks: <ScrubNow entry={due} /> })}
    >
        <p>{text}</p>
        {command && <CommandLine line={command} />}
    </Alert>
);
