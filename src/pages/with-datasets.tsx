import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { useEffect } from "react";
import type { ReactNode } from "react";

import { _, format } from "../i18n.ts";
import { datasets } from "../store/datasets.ts";
import type { DatasetsState } from "../store/datasets.ts";
import { useStore } from "../store/hooks.ts";
import { watchDatasets } from "../store/refresh.ts";
import { Waiting } from "../ui/waiting.tsx";
import type { SilentPool } from "../zfs/dataset.ts";

import { Problem } from "./problem.tsx";
import { stateWord } from "./state-word.ts";
import { TryAgain } from "./try-again.tsx";
import { WithPools } from "./with-pools.tsx";

type Ready = DatasetsState & { readonly kind: "ready" };

interface WithDatasetsProps {
    /** The pool of which the page speaks; all without. */
    readonly pool?: string | undefined;
    readonly children: (state: Ready) => ReactNode;
}

/** Reads the datasets, shows its children once they are known, and otherwise what stands in the way. */
export const WithDatasets = ({ pool, children }: WithDatasetsProps) => {
    useEffect(watchDatasets, []);
    const state = useStore(datasets);
    return <WithPools>{() => <Datasets state={state} pool={pool} content={children} />}</WithPools>;
};

interface DatasetsProps {
    readonly state: DatasetsState;
    readonly pool: string | undefined;
    readonly content: (state: Ready) => ReactNode;
}

const Datasets = ({ state, pool, content }: DatasetsProps) => {
    switch (state.kind) {
        case "waiting":
            return <Waiting what={_("Waiting for ZFS to list the datasets")} lines={12} />;
        case "failed":
            return (
                <>
                    <Problem title={_("The datasets cannot be read")} error={state.error} />
                    <TryAgain />
                </>
            );
        case "ready":
            return (
                <>
                    {state.problem && (
                        <Problem
                            title={_("The datasets are those of before: they cannot be read now")}
                            error={state.problem}
                        />
                    )}
                    {state.silent
                        .filter(({ name }) => pool === undefined || name === pool)
                        .map((silent) => (
                            <Silent key={silent.name} pool={silent} />
                        ))}
                    {content(state)}
                </>
            );
    }
};

/** Says that a pool does not list its datasets, which is no proof that they are gone. */
const Silent = ({ pool: { name, state } }: { readonly pool: SilentPool }) => (
    <Alert
        component="p"
        variant="warning"
        isInline
        title={
            state === "SUSPENDED"
                ? format(_("$0 is suspended: its datasets cannot be read"), name)
                : format(_("The datasets of $0 cannot be read now: $1"), name, stateWord(state))
        }
    >
        {_("What is shown is the last known state. This does not mean that data is lost.")}
    </Alert>
);
