import { useEffect } from "react";

import { version } from "../../package.json";
import { HostError } from "../backend/errors.ts";
import { UnreadableOutput } from "../backend/read-as.ts";
import { useStore } from "../store/hooks.ts";
import { askForSystem } from "../store/refresh.ts";
import { system } from "../store/system.ts";
import { excerpt, shortened } from "../ui/excerpt.ts";
import { RawOutput } from "../ui/raw-output.tsx";
import type { SystemFacts } from "../zfs/advice.ts";

interface ProblemProps {
    /** What could not be read, for a person. */
    readonly title: string;
    readonly error: Error;
}

/** Says that something could not be read, shows what the command said, and copies what a bug report needs. */
export const Problem = ({ title, error }: ProblemProps) => {
    useEffect(askForSystem, []);
    const facts = useStore(system);
    return (
        <RawOutput title={title} text={rawText(error)} report={facts && (() => bugReport(error, facts))} />
    );
};

/** What went wrong, and of the output the part in which it did: it may be of any length. */
function rawText(error: Error): string {
    if (!(error instanceof UnreadableOutput)) return shortened(excerpt(error.message));
    return `${error.message}\n\n${shortened(excerpt(error.output, error.cause.line))}`;
}

/**
 * Not translated: it is for those who mend the page. The output stands whole at its end, as `npm run parse` reads it; it
 * is kept with the error anyway.
 */
function bugReport(error: Error, facts: SystemFacts): string {
    const { versions, cockpit = "unknown", release = "unknown system", kernels } = facts;
    const argv = error instanceof HostError || error instanceof UnreadableOutput ? error.argv : [];
    return [
        `zfsadmin ${version}`,
        `ZFS tools ${versions?.userland ?? "unknown"}, module ${versions?.kernel ?? "unknown"}`,
        `Cockpit ${cockpit}, ${release}, kernel ${kernels?.running ?? "unknown"}`,
        `Command ${JSON.stringify(argv)}`,
        `${error.name} ${error.message}`,
        ...(error instanceof UnreadableOutput ? ["Output:", error.output] : [""]),
    ].join("\n");
}
