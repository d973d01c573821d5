import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useState } from "react";

import { _ } from "../../i18n.ts";
import { formatNames } from "../../ui/dates.ts";
import { mountDataset } from "../../zfs/commands/dataset-use.ts";
import { loadKey } from "../../zfs/commands/keys.ts";
import { mountableOf } from "../../zfs/key-map.ts";
import type { KeyRoot } from "../../zfs/key-map.ts";
import { useChangeSeries } from "../change/use-change-series.tsx";

import { GivenKeyFields } from "./given-key-fields.tsx";
import { useGivenKey, useKeyRefusal } from "./use-given-key.ts";

interface LoadKeyOptions {
    /** Of the field that takes the key, or says where it is. */
    readonly id: string;
    /** What the key opens is to be mounted, if the person does not want it otherwise. */
    readonly isMounting: boolean;
    /** What is done when all is; if not said, the dialog closes. */
    readonly onDone?: () => void;
}

/** What a form needs that loads the key of an encryption root and mounts what it opens, whatever frame it stands in. */
export function useLoadKey(root: KeyRoot, { id, isMounting, onDone }: LoadKeyOptions) {
    const { dataset } = root;
    const { given, setGiven, place, takeSecret, isReady } = useGivenKey(dataset);
    const [isMounted, setMounted] = useState(isMounting);
    const mountable = mountableOf(root);
    const mounts = isMounted ? mountable.map(mountDataset) : [];
    const { done, ...series } = useChangeSeries([loadKey(dataset, place), ...mounts], {
        takeSecret,
        ...(onDone && { onDone }),
    });
    const { refusal, notice } = useKeyRefusal(dataset, { ...series, done }, id);
    const isLoaded = done > 0;
    return {
        ...{ ...series, notice, isLoaded },
        /** The host reads the key itself, from where it is kept. */
        isKept: place.kind === "kept",
        isReady: isReady || isLoaded,
        action: isLoaded ? _("Mount the rest") : _("Load the key"),
        /** How many filesystems are mounted with it. */
        mounts: mounts.length,
        fields: (
            <>
                {!isLoaded && (
                    <GivenKeyFields root={dataset} value={given} onValue={setGiven} {...{ id, refusal }} />
                )}
                {mountable.length > 0 && (
                    <Checkbox
                        id={`${id}-mount`}
                        label={_("Mount what it opens")}
                        description={formatNames(mountable.map(({ name }) => name))}
                        isChecked={isMounted}
                        isDisabled={series.isBusy || isLoaded}
                        onChange={(_event, isChecked) => setMounted(isChecked)}
                    />
                )}
            </>
        ),
    };
}
