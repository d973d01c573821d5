import { useEffect } from "react";

import { version } from "../../package.json";
import { HostError } from "../backend/errors.ts";
import { UnreadableOutput } from "../backend/read-as.ts";
import { useStore } from "../store/hooks.ts";
import { askForSystem } from "../store/refresh.ts";
import { system } from "../store/system.ts";
import { RawOutput } from "../ui/raw-output.tsx";
import type { Versions } from "../zfs/model.ts";

interface ProblemProps {
    /** What could not be read, for a person. */
    readonly title: string;
    readonly error: Error;
}

/** Says that something could not be read, shows what the command said, and copies what a bug report needs. */
export const Problem = ({ title, error }: ProblemProps) => {
    useEffect(askForSystem, []);
    const versions = useStore(system)?.versions;
    return <RawOutput title={title} text={rawText(error)} report={bugReport(error, versions)} />;
};

const rawText = (error: Error): string =>
    error instanceof UnreadableOutput ? `${error.message}\n\n${error.output}` : error.message;

/** Not translated: it is for those who mend the page. */
function bugReport(error: Error, versions: Versions | undefined): string {
    const argv = error instanceof HostError || error instanceof UnreadableOutput ? error.argv : [];
    return [
        `zfsadmin ${version}`,
        `ZFS tools ${versions?.userland ?? "unknown"}, module ${versions?.kernel ?? "unknown"}`,
        `Command ${JSON.stringify(argv)}`,
        `${error.name} ${rawText(error)}`,
        "",
    ].join("\n");
}
